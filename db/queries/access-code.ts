import { z } from 'zod';
import { chunkRows, type Db, dialectOf } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import type { AccessCodeBatchTable, AccessCodeTable } from '#db/schema/letters.ts';
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

/** Stores a batch. @throws {z.ZodError} without a stratum, or with a stratum of no codes */
export async function insertCodeBatch(db: Db, batch: CodeBatch): Promise<void> {
  await db
    .insertInto('access_code_batch')
    .values({
      round_id: batch.roundId,
      batch: batch.batch,
      strata: writeJson(strataSchema, [...batch.strata]),
      first_serial: batch.firstSerial,
      n_codes: batch.nCodes,
      n_made: batch.nMade,
      seed: batch.seed,
      created_at: batch.createdAt,
    })
    .execute();
}

type BatchKey = Pick<CodeBatch, 'roundId' | 'batch'>;

/** A batch, which stays as it is until the transaction ends; undefined when there is none. */
export async function lockCodeBatch(tx: Db, { roundId, batch }: BatchKey): Promise<CodeBatch | undefined> {
  const select = tx
    .selectFrom('access_code_batch')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('batch', '=', batch);
  const row = await (dialectOf(tx) === 'postgres' ? select.forUpdate() : select).executeTakeFirst();
  return row && toBatch(row);
}

/** Notes how many codes of a batch are made. */
export async function updateCodesMade(
  tx: Db,
  { roundId, batch, nMade }: BatchKey & { readonly nMade: number },
): Promise<void> {
  await tx
    .updateTable('access_code_batch')
    .set({ n_made: nMade })
    .where('round_id', '=', roundId)
    .where('batch', '=', batch)
    .execute();
}

/** Stores codes of a batch, to be answered. @throws the database's violation when a serial or hash is taken */
export async function insertCodes(
  tx: Db,
  { roundId, batch, codes }: BatchKey & { readonly codes: readonly NewCode[] },
): Promise<void> {
  for (const chunk of chunkRows(codes, 7)) {
    await tx
      .insertInto('access_code')
      .values(
        chunk.map(({ codeHash, serial, stratum }) => ({
          round_id: roundId,
          code_hash: codeHash,
          serial,
          batch,
          stratum,
          state: 'issued',
          key_hash: null,
        })),
      )
      .execute();
  }
}

type NewCode = Pick<AccessCode, 'codeHash' | 'serial' | 'stratum'>;

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
