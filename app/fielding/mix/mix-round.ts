import type { Db } from '#db/dialect.ts';
import { insertFreeTexts } from '#db/queries/free-text.ts';
import { countIntake, takeIntake } from '#db/queries/intake.ts';
import { insertResponses } from '#db/queries/response.ts';
import type { StoredResponse } from '#db/queries/response-row.ts';
import { bumpRoundVersion, getRound, lockRound } from '#db/queries/round.ts';
import { addToTally } from '#db/queries/tally.ts';
import { type Randomness, shuffle } from '#db/randomness.ts';
import { inTransaction } from '#db/transaction.ts';
import { tabulateRound } from '#surveys/aggregation/tally/tabulate.ts';
import { separateTexts } from '#surveys/response/separate-texts.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import type { Round } from '#surveys/round/round.ts';

/** What mixing did; `busy`: somebody else has the round in hand just now (a mixer, or who keys or orders codes). */
export type MixingOutcome =
  | { readonly kind: 'mixed'; readonly nMixed: number; readonly version: number }
  | { readonly kind: 'waiting'; readonly nWaiting: number }
  | { readonly kind: 'busy' };

/** Most answers one transaction mixes (about 0.1 s): on SQLite everything else waits meanwhile. */
const maximumPerBatch = 1_000;

export interface MixingInput {
  readonly roundId: string;
  readonly minimum: number;
  readonly randomness: Randomness;
  /** Where somebody else has the round in hand: `skip` it, as is usual, or wait for them. */
  readonly whenBusy?: 'skip' | 'wait';
}

/**
 * Mixes the waiting answers of a round into its figures when at least `minimum` (and at least one) wait: one
 * transaction takes them out of intake, shuffles them, stores them under new ids with their texts apart, adds
 * their counts to the tally and moves the version. More than 1,000 go in several such transactions, each of
 * at least `minimum`; the outcome tells of all together.
 * @throws {Error} when there is no such round
 */
export async function mixRound(db: Db, input: MixingInput): Promise<MixingOutcome> {
  let total: Extract<MixingOutcome, { kind: 'mixed' }> | undefined;
  for (;;) {
    const outcome = await inTransaction(db, (tx) => mixOnce(tx, input));
    if (outcome.kind !== 'mixed') return total ?? outcome;
    total = { ...outcome, nMixed: outcome.nMixed + (total?.nMixed ?? 0) };
    if (outcome.nMixed < maximumPerBatch) return total;
  }
}

async function mixOnce(
  tx: Db,
  { roundId, minimum, randomness, whenBusy = 'skip' }: MixingInput,
): Promise<MixingOutcome> {
  const mode = whenBusy === 'skip' ? 'counting-or-skip' : 'counting';
  const state = await lockRound(tx, { roundId, mode });
  const round = await getRound(tx, roundId);
  if (state === undefined) return { kind: 'busy' };
  const nWaiting = await countIntake(tx, roundId);
  if (nWaiting < Math.max(minimum, 1)) return { kind: 'waiting', nWaiting };
  return { kind: 'mixed', ...(await mixBatch(tx, round, randomness)) };
}

/**
 * Mixes all that waits, however few, in the caller's transaction, which holds the round; gives how many.
 */
export async function mixRest(tx: Db, round: Round, randomness: Randomness): Promise<number> {
  let nMixed = 0;
  while ((await countIntake(tx, round.id)) > 0) nMixed += (await mixBatch(tx, round, randomness)).nMixed;
  return nMixed;
}

async function mixBatch(tx: Db, round: Round, randomness: Randomness) {
  const taken = await takeIntake(tx, { roundId: round.id, maximum: maximumPerBatch });
  const responses = await storeMixed(tx, { round, taken, randomness });
  await addToTally(tx, { roundId: round.id, counts: tabulateRound(round, responses) });
  return { nMixed: taken.length, version: await bumpRoundVersion(tx, round.id) };
}

async function storeMixed(
  tx: Db,
  input: {
    readonly round: Round;
    readonly taken: readonly StoredResponse[];
    readonly randomness: Randomness;
  },
): Promise<readonly StoredResponse[]> {
  const { round, taken, randomness } = input;
  const roundId = round.id;
  const separated = shuffle(taken, randomness).map((response) => {
    const { answers, texts } = isAnonymous(round.audience)
      ? separateTexts(round.questionnaire, response.answers)
      : { answers: response.answers, texts: [] };
    return { response: { ...response, id: randomness.newId(), answers }, texts };
  });
  const responses = separated.map(({ response }) => response);
  // Shuffled once more: neighbours among the texts must not be neighbours among the responses.
  const texts = shuffle(
    separated.flatMap(({ texts }) => texts),
    randomness,
  ).map((text) => ({ ...text, id: randomness.newId() }));
  await insertResponses(tx, { roundId, responses });
  await insertFreeTexts(tx, { roundId, texts });
  return responses;
}
