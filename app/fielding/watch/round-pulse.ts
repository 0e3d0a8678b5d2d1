import type { Db } from '#db/connect.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { nResponses } from '#db/queries/tally.ts';

/** What moves while a round is fielded: the count with each answer, the version with each mixed batch. */
export interface RoundPulse {
  readonly nAnswers: number;
  readonly version: number;
  readonly state: string;
}

/** The present pulse of a round; undefined when it does not exist. */
export async function readPulse(db: Db, roundId: string): Promise<RoundPulse | undefined> {
  const status = await findRoundStatus(db, roundId);
  if (!status) return undefined;
  return { nAnswers: await nResponses(db, roundId), version: status.version, state: status.state };
}
