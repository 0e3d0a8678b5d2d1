import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import type { Round } from '#surveys/round/round.ts';

/**
 * The days on which an answer may have been given, as ISO dates in Japan: one and the same where somebody answers
 * now, several where an answer comes later than it was given.
 */
export interface AnsweredOn {
  readonly from: string;
  readonly to: string;
}

/** An answer that is given at an instant (ISO-8601 UTC). */
export function answeredNow(now: string): AnsweredOn {
  const day = japaneseDayOf(now);
  return { from: day, to: day };
}

/**
 * An answer that arrives at an instant (ISO-8601 UTC) and may have been given on any day since its round opened: on
 * paper, or on a tablet that had no line.
 */
export const answeredBefore = (now: string, { opensAt }: Pick<Round, 'opensAt'>): AnsweredOn => ({
  from: japaneseDayOf(opensAt),
  to: japaneseDayOf(now),
});
