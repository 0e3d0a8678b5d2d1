import { z } from 'zod';
import { type Db, dialectOf } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import { lockRound } from '#db/queries/round.ts';
import type { AccessCodeBatchTable, AccessCodeTable } from '#db/schema/letters.ts';
import { inTransaction } from '#db/transaction.ts';
import { type CodeState, codeStates } from '#surveys/round/code-verdict.ts';
import { finalStates } from '#surveys/round/round.ts';

export const codeStateSchema = z.enum(codeStates);

/** One letter's code; what it reads is known to nobody here. */
export interface AccessCode {
  readonly codeHash: string;
  /** The number printed on the letter, from 1 on in its round. */
  readonly serial: number;
  readonly batch: number;
  readonly stratum: string;
  readonly state: CodeState;
}

const strataSchema = z.array(z.strictObject({ stratum: z.string().min(1), n: z.int().min(1) })).min(1);
export type CodeStrata = z.infer<typeof strataSchema>;

/** Codes made at one time: serials from `firstSerial` on, stratum after stratum. */
export interface CodeBatch {
  readonly roundId: string;
  /** 1, 2, … in its round. */
  readonly batch: number;
  readonly strata: Readonly<CodeStrata>;
  readonly firstSerial: number;
  readonly nCodes: number;
  readonly nMade: number;
  /** What the codes can be made again from, with the master secret; null once sealed. */
  readonly seed: string | null;
  readonly createdAt: string;
}

/**
 * Orders codes: stores what is to be made, and makes none yet (see `makeNextCodes`).
 * @param order.createdAt ISO-8601 UTC
 * @throws {z.ZodError} without a stratum, or with a stratum of no codes
 */
export function insertCodeBatch(
  db: Db,
  order: Pick<CodeBatch, 'roundId' | 'strata' | 'createdAt'> & { readonly seed: string },
): Promise<CodeBatch> {
  return inTransaction(db, async (tx) => {
    // Two orders at one time must not get the same numbers.
    await lockRound(tx, { roundId: order.roundId, mode: 'counting' });
    const last = (await listCodeBatches(tx, order.roundId)).at(-1);
    const batch: CodeBatch = {
      ...order,
      batch: (last?.batch ?? 0) + 1,
      firstSerial: last ? last.firstSerial + last.nCodes : 1,
      nCodes: order.strata.reduce((sum, { n }) => sum + n, 0),
      nMade: 0,
    };
    await tx
      .insertInto('access_code_batch')
      .values({
        round_id: batch.roundId,
        batch: batch.batch,
        strata: writeJson(strataSchema, [...order.strata]),
        first_serial: batch.firstSerial,
        n_codes: batch.nCodes,
        n_made: 0,
        seed: batch.seed,
        created_at: batch.createdAt,
      })
      .execute();
    return batch;
  });
}

/** The batches of a round in their order; none when no codes were ordered or the round is finalised. */
export async function listCodeBatches(db: Db, roundId: string): Promise<readonly CodeBatch[]> {
  const rows = await db
    .selectFrom('access_code_batch')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('batch')
    .execute();
  return rows.map(toBatch);
}

/** Every batch whose codes are not all made yet: what a restarted server goes on with. */
export async function listUnfinishedBatches(db: Db): Promise<readonly CodeBatch[]> {
  const rows = await db
    .selectFrom('access_code_batch')
    .selectAll()
    .whereRef('n_made', '<', 'n_codes')
    .where('seed', 'is not', null)
    .orderBy('round_id')
    .orderBy('batch')
    .execute();
  return rows.map(toBatch);
}

/** A letter of a batch before its code is made. */
export interface Letter {
  readonly serial: number;
  readonly stratum: string;
}

/** The letters of a batch in the order of their serials. */
export function listLetters(batch: Pick<CodeBatch, 'strata' | 'firstSerial'>): readonly Letter[] {
  const strata = batch.strata.flatMap(({ stratum, n }) => Array<string>(n).fill(stratum));
  return strata.map((stratum, index) => ({ serial: batch.firstSerial + index, stratum }));
}

/**
 * Makes the next codes of a batch in one transaction and gives how many are made now; undefined when the
 * batch is gone or sealed. Several processes may work on one batch.
 * @param input.hashOf the keyed hash under which the code of a serial is stored
 */
export function makeNextCodes(
  db: Db,
  input: {
    readonly roundId: string;
    readonly batch: number;
    readonly maximum: number;
    readonly hashOf: (seed: string, serial: number) => string;
  },
): Promise<number | undefined> {
  return inTransaction(db, async (tx) => {
    const select = tx
      .selectFrom('access_code_batch')
      .selectAll()
      .where('round_id', '=', input.roundId)
      .where('batch', '=', input.batch);
    const row = await (dialectOf(tx) === 'postgres' ? select.forUpdate() : select).executeTakeFirst();
    if (!row || row.seed === null) return undefined;
    const { roundId, batch, seed, nMade, ...order } = toBatch({ ...row });
    const letters = listLetters(order).slice(nMade, nMade + input.maximum);
    if (letters.length === 0) return nMade;
    await tx
      .insertInto('access_code')
      .values(
        letters.map(({ serial, stratum }) => ({
          round_id: roundId,
          code_hash: input.hashOf(seed ?? '', serial),
          serial,
          batch,
          stratum,
          state: 'issued',
          key_hash: null,
        })),
      )
      .execute();
    await tx
      .updateTable('access_code_batch')
      .set({ n_made: nMade + letters.length })
      .where('round_id', '=', roundId)
      .where('batch', '=', batch)
      .execute();
    return nMade + letters.length;
  });
}

/** How many codes of each stratum are in each state; strata and states without codes are left out. */
export async function countCodes(
  db: Db,
  roundId: string,
): Promise<readonly { readonly stratum: string; readonly state: CodeState; readonly n: number }[]> {
  const rows = await db
    .selectFrom('access_code')
    .select(({ fn }) => ['stratum', 'state', fn.countAll<number>().as('n')])
    .where('round_id', '=', roundId)
    .groupBy(['stratum', 'state'])
    .orderBy('stratum')
    .orderBy('state')
    .execute();
  return rows.map(({ stratum, state, n }) => ({
    stratum,
    state: codeStateSchema.parse(state),
    n: Number(n),
  }));
}

/** The code with a hash or a serial in a round; undefined when there is none. */
export async function findCode(
  db: Db,
  wanted: { readonly roundId: string } & ({ readonly codeHash: string } | { readonly serial: number }),
): Promise<AccessCode | undefined> {
  const query = db.selectFrom('access_code').selectAll().where('round_id', '=', wanted.roundId);
  const row = await ('serial' in wanted
    ? query.where('serial', '=', wanted.serial)
    : query.where('code_hash', '=', wanted.codeHash)
  ).executeTakeFirst();
  return row && toCode(row);
}

/** The codes of a round in the order of their serials; of one batch, or in one state, when asked. */
export async function listCodes(
  db: Db,
  filter: { readonly roundId: string; readonly batch?: number; readonly state?: CodeState },
): Promise<readonly AccessCode[]> {
  let query = db.selectFrom('access_code').selectAll().where('round_id', '=', filter.roundId);
  if (filter.batch !== undefined) query = query.where('batch', '=', filter.batch);
  if (filter.state !== undefined) query = query.where('state', '=', filter.state);
  return (await query.orderBy('serial').execute()).map(toCode);
}

/** The rounds that may know a code, finalised ones excluded; their ids only. */
export async function listCodeRoundIds(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('round')
    .select('id')
    .where('access', '=', 'code')
    .where('state', 'not in', finalStates)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

function toCode(row: AccessCodeTable): AccessCode {
  const { code_hash: codeHash, serial, batch, stratum } = row;
  return { codeHash, serial, batch, stratum, state: codeStateSchema.parse(row.state) };
}

function toBatch(row: AccessCodeBatchTable): CodeBatch {
  return {
    roundId: row.round_id,
    batch: row.batch,
    strata: readJson(strataSchema, row.strata),
    firstSerial: row.first_serial,
    nCodes: row.n_codes,
    nMade: row.n_made,
    seed: row.seed,
    createdAt: row.created_at,
  };
}
