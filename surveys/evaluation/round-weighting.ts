import { type WeighedRound, weighRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import type { WeighingError } from '#surveys/aggregation/estimate/weighing-error.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Round } from '#surveys/round/round.ts';

/** Whether a round's figures are weighted to the ward's population, and if not, why. */
export type RoundWeighting =
  | { readonly kind: 'weighted'; readonly round: WeighedRound }
  | { readonly kind: 'no_frame' }
  | { readonly kind: 'not_a_sample' }
  | { readonly kind: 'impossible'; readonly error: WeighingError };

/** Weighs a round's respondents to the population of its frame, where it is a random sample and has one. */
export function weighForPopulation(
  round: Pick<Round, 'design' | 'frame'>,
  tally: readonly TallyCount[],
): RoundWeighting {
  if (round.design !== 'probability') return { kind: 'not_a_sample' };
  if (round.frame === null) return { kind: 'no_frame' };
  const weighing = weighRound(tally, round.frame);
  return weighing.ok
    ? { kind: 'weighted', round: weighing.round }
    : { kind: 'impossible', error: weighing.error };
}
