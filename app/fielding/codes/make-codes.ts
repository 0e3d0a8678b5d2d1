import type { Db } from '#db/connect.ts';
import {
  type CodeBatch,
  insertCodeBatch,
  insertCodes,
  listCodeBatches,
  lockCodeBatch,
  updateCodesMade,
} from '#db/queries/access-code.ts';
import { lockRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';

/**
 * Orders a batch of codes, its letters numbered on from the last of the round, and makes none yet (see
 * `makeNextCodes`).
 * @param order.createdAt ISO-8601 UTC
 * @throws {z.ZodError} without a stratum, or with a stratum of no codes
 */
export function orderBatch(
  db: Db,
  order: Pick<CodeBatch, 'roundId' | 'strata' | 'createdAt'> & { readonly seed: string },
): Promise<CodeBatch> {
  return inTransaction(db, async (tx) => {
    // Two orders at one time must not get the same numbers.
    await lockRound(tx, { roundId: order.roundId, mode: 'counting' });
    const last = (await listCodeBatches(tx, order.roundId)).at(-1);
    const batch = {
      ...order,
      batch: (last?.batch ?? 0) + 1,
      firstSerial: last ? last.firstSerial + last.nCodes : 1,
      nCodes: order.strata.reduce((sum, { n }) => sum + n, 0),
      nMade: 0,
    };
    await insertCodeBatch(tx, batch);
    return batch;
  });
}

/** The letters of a batch in the order of their serials, stratum after stratum. */
export function listBatchLetters(
  batch: Pick<CodeBatch, 'strata' | 'firstSerial'>,
): readonly { readonly serial: number; readonly stratum: string }[] {
  const strata = batch.strata.flatMap(({ stratum, n }) => Array<string>(n).fill(stratum));
  return strata.map((stratum, index) => ({ serial: batch.firstSerial + index, stratum }));
}

interface MakeCodesInput {
  readonly roundId: string;
  readonly batch: number;
  readonly maximum: number;
  /** The keyed hash under which the code of a serial is stored. */
  readonly hashOf: (seed: string, serial: number) => string;
}

/**
 * Makes the next codes of a batch in one transaction and gives how many are made now; undefined when the batch is
 * gone or sealed. Several processes may work on one batch.
 */
export function makeNextCodes(
  db: Db,
  { roundId, batch, maximum, hashOf }: MakeCodesInput,
): Promise<number | undefined> {
  return inTransaction(db, async (tx) => {
    const order = await lockCodeBatch(tx, { roundId, batch });
    if (!order || order.seed === null) return undefined;
    const { seed, nMade } = order;
    const letters = listBatchLetters(order).slice(nMade, nMade + maximum);
    if (letters.length === 0) return nMade;
    const codes = letters.map((letter) => ({ ...letter, codeHash: hashOf(seed, letter.serial) }));
    await insertCodes(tx, { roundId, batch, codes });
    await updateCodesMade(tx, { roundId, batch, nMade: nMade + letters.length });
    return nMade + letters.length;
  });
}
