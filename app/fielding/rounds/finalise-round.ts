import { mixRest } from '#app/fielding/mix/mix-round.ts';
import { recountResponses } from '#app/fielding/results/recount-responses.ts';
import { enterState } from '#app/fielding/rounds/enter-state.ts';
import type { Db } from '#db/dialect.ts';
import { deleteCodes } from '#db/queries/code-state.ts';
import { deleteOfRound, noteErasureDue } from '#db/queries/erasing.ts';
import { countOpenForms } from '#db/queries/keyed-entry.ts';
import { rewriteInRandomOrder } from '#db/queries/response.ts';
import { insertResults, type StoredResult } from '#db/queries/result.ts';
import { getRound, lockRound } from '#db/queries/round.ts';
import { insertRoundStep, listRoundSteps, type RoundStep } from '#db/queries/round-step.ts';
import { listTally } from '#db/queries/tally.ts';
import type { Randomness } from '#db/randomness.ts';
import { inTransaction } from '#db/transaction.ts';
import { diffTallies, type TallyDifference } from '#surveys/aggregation/tally/merge.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { judgeTransition, type Mover, type TransitionRefusal } from '#surveys/round/lifecycle.ts';
import type { Round } from '#surveys/round/round.ts';

export type FinalisingRefusal =
  | TransitionRefusal
  /** Forms are keyed and not settled: they would be lost. */
  | { readonly kind: 'forms_open'; readonly nOpenForms: number };

export type FinalisingOutcome =
  | { readonly kind: 'finalised'; readonly results: readonly StoredResult[] }
  | { readonly kind: 'refused'; readonly refusal: FinalisingRefusal }
  | { readonly kind: 'tally_disagrees'; readonly differences: readonly TallyDifference[] };

export interface FinalisingInput {
  readonly roundId: string;
  readonly randomness: Randomness;
  /** Gives the results to store, from the round and its complete tally. */
  readonly evaluate: (round: Round, tally: readonly TallyCount[]) => readonly StoredResult[];
  /** Who finalises, and when (ISO-8601 UTC): written into the round's history. */
  readonly actor: RoundStep['actor'];
  readonly mover: Mover;
  readonly now: string;
  /** Runs last in the transaction of a round that was finalised. */
  readonly afterwards: (tx: Db) => Promise<void>;
}

/**
 * Finalises a round if the rules of its life allow it now and no form is left half keyed, in one transaction: mixes
 * the rest, recounts the responses against the tally, stores the results, destroys submission keys, drafts and
 * access codes, writes responses and texts anew in random order, and notes the step. Where tally and recount
 * disagree only the rest has been mixed. Call `eraseDeletedRows` after the commit.
 * @throws {Error} when there is no such round, and whatever `evaluate` throws; nothing is changed then
 */
export function finaliseRound(db: Db, input: FinalisingInput): Promise<FinalisingOutcome> {
  const { roundId, randomness, evaluate, actor, mover, now } = input;
  return inTransaction(db, async (tx) => {
    await lockRound(tx, { roundId, mode: 'exclusive' });
    const round = await getRound(tx, roundId);
    const transition = 'finalise' as const;
    const verdict = judgeTransition({
      ...{ transition, mover, moverId: actor?.id ?? null, now },
      round: { ...round, keptUntil: round.terms },
      requesterId: null,
      needsFourEyes: false,
      reason: '',
      newClosesAt: null,
    });
    if (verdict.kind === 'refused') return verdict;
    const nOpenForms = await countOpenForms(tx, roundId);
    if (nOpenForms > 0) return { kind: 'refused', refusal: { kind: 'forms_open', nOpenForms } };
    await mixRest(tx, round, randomness);
    const tally = await listTally(tx, roundId);
    // What was erased when its keeping ended cannot be counted again; its tally is all there is.
    const isErased = (await listRoundSteps(tx, roundId)).some(({ transition }) => transition === 'erase');
    const differences = isErased ? [] : diffTallies(tally, await recountResponses(tx, round));
    if (differences.length > 0) return { kind: 'tally_disagrees', differences };
    const results = evaluate(round, tally);
    await insertResults(tx, results);
    await deleteOfRound(tx, roundId, ['submission', 'draft', 'keyed_entry', 'import_row']);
    await deleteCodes(tx, roundId);
    await rewriteInRandomOrder(tx, roundId);
    await noteErasureDue(tx);
    await enterState(tx, { roundId, to: verdict.to });
    const taken = { at: now, transition, from: round.state, to: verdict.to, actor, note: '' };
    await insertRoundStep(tx, roundId, taken);
    await input.afterwards(tx);
    return { kind: 'finalised', results };
  });
}
