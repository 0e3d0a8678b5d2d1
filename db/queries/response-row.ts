import { z } from 'zod';
import { readJson, writeJson } from '#db/json-column.ts';
import type { ResponseTable } from '#db/schema/answers.ts';
import { channels, type SurveyResponse } from '#surveys/response/answers.ts';
import { answersSchema } from '#surveys/response/answers-schema.ts';
import { formatProfile, parseProfile } from '#surveys/response/profile.ts';

/** A response with the random id it is stored under. */
export interface StoredResponse extends SurveyResponse {
  readonly id: string;
}

/** How many columns a row of `intake` or `response` has. */
export const nResponseColumns = 6;

const channelSchema = z.enum(channels);

/**
 * The row of a response, for `intake` and `response` alike.
 * @throws {z.ZodError} when the answers do not fit their schema
 */
export function toResponseRow(roundId: string, response: StoredResponse): ResponseTable {
  return {
    round_id: roundId,
    id: response.id,
    stratum: response.stratum,
    profile: formatProfile(response.profile),
    channel: response.channel,
    answers: writeJson(answersSchema, response.answers as z.input<typeof answersSchema>),
  };
}

/**
 * The response of a row.
 * @throws {z.ZodError} when a stored value is none of ours
 */
export function fromResponseRow(row: Omit<ResponseTable, 'round_id'>): StoredResponse {
  return {
    id: row.id,
    stratum: row.stratum,
    profile: parseProfile(row.profile),
    channel: channelSchema.parse(row.channel),
    answers: readJson(answersSchema, row.answers),
  };
}
