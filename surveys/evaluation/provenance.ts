import { createHash } from 'node:crypto';
import { tallyHash } from '#surveys/aggregation/tally/merge.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { EvaluatedIndicator } from '#surveys/evaluation/evaluate-round.ts';
import { formatCanonicalJson } from '#surveys/questionnaire/canonical-json.ts';
import type { Round } from '#surveys/round/round.ts';

/** What a finalised figure rests on: enough to compute it again and to see what differs. */
export interface ResultProvenance {
  readonly roundId: string;
  readonly questionnaireHash: string;
  readonly baseRule: { readonly id: string; readonly outOfBase: string[] };
  readonly design: string;
  readonly populationSize: number | null;
  readonly method: string | null;
  /** How the weighted figure was made; null where there is none. */
  readonly weighting: string | null;
  /** SHA-256 of the frame with its margins; null where the round has none. */
  readonly frameHash: string | null;
  readonly tallyHash: string;
  readonly softwareVersion: string;
}

/** The provenance of one figure of a round. */
export function describeProvenance(
  { round, tally }: { readonly round: Round; readonly tally: readonly TallyCount[] },
  { baseRule, result }: EvaluatedIndicator,
  softwareVersion: string,
): ResultProvenance {
  return {
    roundId: round.id,
    questionnaireHash: round.questionnaireHash,
    baseRule: { id: baseRule.id, outOfBase: [...baseRule.outOfBase] },
    design: round.design,
    populationSize: round.populationSize,
    method: result.interval?.method ?? null,
    weighting: result.weighted === null ? null : (round.frame?.weighting ?? null),
    frameHash: round.frame === null ? null : sha256(formatCanonicalJson(round.frame)),
    tallyHash: tallyHash(tally),
    softwareVersion,
  };
}

/** SHA-256 (hex) of a figure with its provenance: the same inputs give the same hash on any machine. */
export function hashResult(evaluated: EvaluatedIndicator, provenance: ResultProvenance): string {
  const { value, n, interval, weighted } = evaluated.result;
  const content = { indicator: evaluated.indicator.id, value, n, interval, weighted, provenance };
  return sha256(formatCanonicalJson(content));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
