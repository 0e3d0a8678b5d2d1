import type { StoredResult } from '#db/queries/result.ts';
import type { Round } from '#surveys/round/round.ts';
import { now } from '#tests/helpers/make-round.ts';

/** A final result of a round. */
export function makeResult(round: Round, changes: Partial<StoredResult> = {}): StoredResult {
  return {
    roundId: round.id,
    indicatorId: '2-3-i',
    planId: round.planId,
    fiscalYear: round.fiscalYear,
    state: 'final',
    result: {
      value: 0.9,
      display: '90.0',
      n: 10,
      state: 'final',
      source: { kind: 'round', title: round.title, roundId: round.id },
      interval: { lower: 0.6, upper: 0.98, level: 0.95, method: 'wilson' },
      official: 'met',
      evidence: 'indistinguishable',
      weighted: null,
      methodNote: [],
    },
    provenance: { questionnaireHash: round.questionnaireHash, parameters: { level: 0.95 } },
    hash: 'hash-of-result',
    createdAt: now,
    ...changes,
  };
}
