/** Values that are not an answer: screened out, left blank, 「答えたくない」. Reserved as answer codes. */
export const missingValues = ['not_asked', 'no_answer', 'refused'] as const;
export type MissingValue = (typeof missingValues)[number];

/** Whether a tabulated value says that there is no answer, and why, rather than what it is. */
export function isMissingValue(value: string): value is MissingValue {
  return missingValues.some((missing) => missing === value);
}
