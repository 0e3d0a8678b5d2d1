import { z } from 'zod';
import { questionBase } from '#surveys/questionnaire/question-base.ts';

/** A day that stays, or one that moves with the day on which somebody answers. */
const dateLimitSchema = z.union([
  z.strictObject({ date: z.iso.date() }),
  z.strictObject({ daysFromToday: z.int().min(-36_600).max(36_600) }),
  z.strictObject({ yearsFromToday: z.int().min(-150).max(150) }),
]);
export type DateLimit = z.infer<typeof dateLimitSchema>;

/** A day of the calendar; the answer is its ISO date. */
export const dateSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('date'),
  /** The first and the last day that may be answered, both included. */
  earliest: dateLimitSchema.optional(),
  latest: dateLimitSchema.optional(),
  /** What is counted of an answer: the coarser, the less it tells of one person. */
  talliedBy: z.enum(['year', 'month', 'day']),
});

const day = z.iso.date();

export const dateErrors = [
  z.strictObject({ code: z.literal('not_a_date') }),
  /** Some of year, month and day are there; `missing` is the first that is not. */
  z.strictObject({ code: z.literal('incomplete_date'), missing: z.enum(['year', 'month', 'day']) }),
  z.strictObject({ code: z.literal('before_earliest'), earliest: day }),
  z.strictObject({ code: z.literal('after_latest'), latest: day }),
] as const;
