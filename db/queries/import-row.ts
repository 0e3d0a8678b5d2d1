import { chunkRows, type Db } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import { codeStateSchema } from '#db/queries/access-code.ts';
import type { ImportKey } from '#db/queries/import-job.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { answersSchema } from '#surveys/response/answers-schema.ts';
import type { CodeState } from '#surveys/round/code-verdict.ts';

/** A row of a sheet that was read and waits until every row has been. */
export interface StagedRow {
  readonly rowNo: number;
  readonly keyHash: string;
  readonly codeHash: string | null;
  readonly stratum: string;
  readonly answers: Answers;
}

/** Which staged row, and which form it stands for. */
export type StagedRowKey = Pick<StagedRow, 'rowNo' | 'keyHash'>;

/** Stages rows of an import. @throws the database's violation when a row number is taken */
export async function insertStagedRows(
  db: Db,
  { roundId, id, rows }: ImportKey & { readonly rows: readonly StagedRow[] },
): Promise<void> {
  const values = rows.map((row) => ({
    round_id: roundId,
    import_id: id,
    row_no: row.rowNo,
    key_hash: row.keyHash,
    code_hash: row.codeHash,
    stratum: row.stratum,
    answers: writeJson(answersSchema, toMutable(row.answers)),
  }));
  for (const chunk of chunkRows(values, 7)) await db.insertInto('import_row').values(chunk).execute();
}

const toMutable = (answers: Answers) =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'string' ? answer : [...answer]]),
  );

/** Up to `limit` staged rows after a row number, in the order of the sheet. */
export async function listStagedRows(
  db: Db,
  { roundId, id, after, limit }: ImportKey & { readonly after: number; readonly limit: number },
): Promise<readonly StagedRow[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['row_no', 'key_hash', 'code_hash', 'stratum', 'answers'])
    .where('round_id', '=', roundId)
    .where('import_id', '=', id)
    .where('row_no', '>', after)
    .orderBy('row_no')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    rowNo: row.row_no,
    keyHash: row.key_hash,
    codeHash: row.code_hash,
    stratum: row.stratum,
    answers: readJson(answersSchema, row.answers),
  }));
}

/** Deletes what an import staged. */
export async function deleteStagedRows(db: Db, { roundId, id }: ImportKey): Promise<void> {
  await db.deleteFrom('import_row').where('round_id', '=', roundId).where('import_id', '=', id).execute();
}

type Limited = ImportKey & { readonly limit: number };

/** The first rows of an import that have a submission key, or a code, that a row above them has as well. */
export async function listRepeatedRows(
  db: Db,
  { roundId, id, column, limit }: Limited & { readonly column: 'key_hash' | 'code_hash' },
): Promise<readonly StagedRowKey[]> {
  // NOTE: a window instead of a join: freshly filled, the table has no statistics, and PostgreSQL would compare
  // every row with every other.
  const numbered = db
    .selectFrom('import_row')
    .select(({ fn }) => [
      'row_no',
      'key_hash',
      fn
        .agg<number>('row_number')
        .over((window) => window.partitionBy(column).orderBy('row_no'))
        .as('nth'),
    ])
    .where('round_id', '=', roundId)
    .where('import_id', '=', id)
    .where(column, 'is not', null)
    .as('numbered');
  const rows = await db
    .selectFrom(numbered)
    .select(['numbered.row_no', 'numbered.key_hash'])
    .where('numbered.nth', '>', 1)
    .orderBy('numbered.row_no')
    .limit(limit)
    .execute();
  return rows.map(toKey);
}

/** The first rows of an import whose submission key the round has accepted. */
export async function listAcceptedRows(
  db: Db,
  { roundId, id, limit }: Limited,
): Promise<readonly StagedRowKey[]> {
  const rows = await db
    .selectFrom('import_row as row')
    .innerJoin('submission', (join) =>
      join
        .onRef('submission.round_id', '=', 'row.round_id')
        .onRef('submission.key_hash', '=', 'row.key_hash'),
    )
    .select(['row.row_no', 'row.key_hash'])
    .where('row.round_id', '=', roundId)
    .where('row.import_id', '=', id)
    .orderBy('row.row_no')
    .limit(limit)
    .execute();
  return rows.map(toKey);
}

/** The first rows of an import that have one of the submission keys. */
export async function listRowsWithKeys(
  db: Db,
  { roundId, id, limit, keyHashes }: Limited & { readonly keyHashes: readonly string[] },
): Promise<readonly StagedRowKey[]> {
  const found: StagedRowKey[] = [];
  for (const chunk of chunkRows(keyHashes, 1)) {
    const rows = await db
      .selectFrom('import_row')
      .select(['row_no', 'key_hash'])
      .where('round_id', '=', roundId)
      .where('import_id', '=', id)
      .where('key_hash', 'in', chunk)
      .execute();
    found.push(...rows.map(toKey));
  }
  return found.sort((a, b) => a.rowNo - b.rowNo).slice(0, limit);
}

/** The first rows of an import with a code that is in another state than those named; undefined: unknown. */
export async function listRowsWithCodes(
  db: Db,
  { roundId, id, limit, exceptIn }: Limited & { readonly exceptIn: readonly CodeState[] },
): Promise<readonly (StagedRowKey & { readonly state: CodeState | undefined })[]> {
  const rows = await db
    .selectFrom('import_row as row')
    .leftJoin('access_code', (join) =>
      join
        .onRef('access_code.round_id', '=', 'row.round_id')
        .onRef('access_code.code_hash', '=', 'row.code_hash'),
    )
    .select(['row.row_no', 'row.key_hash', 'access_code.state'])
    .where('row.round_id', '=', roundId)
    .where('row.import_id', '=', id)
    .where('row.code_hash', 'is not', null)
    .where((eb) => eb.or([eb('access_code.state', 'is', null), eb('access_code.state', 'not in', exceptIn)]))
    .orderBy('row.row_no')
    .limit(limit)
    .execute();
  return rows.map(({ state, ...row }) => ({
    ...toKey(row),
    state: codeStateSchema.optional().parse(state ?? undefined),
  }));
}

const toKey = (row: { readonly row_no: number; readonly key_hash: string }): StagedRowKey => ({
  rowNo: row.row_no,
  keyHash: row.key_hash,
});
