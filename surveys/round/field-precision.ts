import { publishedLevel } from '#surveys/aggregation/estimate/interval.ts';
import { wilson, wilsonFinite } from '#surveys/aggregation/estimate/wilson.ts';
import type { Round } from '#surveys/round/round.ts';

/**
 * Half the width of the 95 % interval of a share of 50 % among n answers, 0–1: the widest a share of the round
 * can have while everybody is in the base.
 *
 * Uses the finite population where it is known (Wilson, wilson.ts); everybody asked gives 0. Weighting makes
 * it wider. Null without answers, and for designs that know no sampling error (self-selected, panel).
 */
export function marginOfError(
  round: Pick<Round, 'design' | 'populationSize'>,
  nAnswers: number,
): number | null {
  if (nAnswers <= 0 || (round.design !== 'probability' && round.design !== 'census')) return null;
  const base = { x: nAnswers / 2, n: nAnswers, level: publishedLevel };
  const { populationSize } = round;
  const interval =
    populationSize === null
      ? wilson(base)
      : wilsonFinite({ ...base, populationSize: Math.max(populationSize, nAnswers) });
  return interval && (interval.upper - interval.lower) / 2;
}
