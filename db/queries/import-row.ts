import { chunkRows, type Db } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import { codeStateSchema } from '#db/queries/access-code.ts';
import type { ImportKey } from '#db/queries/import-job.ts';
import { type Answers, answersSchema } from '#surveys/response/answers.ts';
import { type CodeState, judgeCode } from '#surveys/round/code-verdict.ts';

/** A row of a sheet that was read and waits until every row has been. */
export interface StagedRow {
  readonly rowNo: number;
  readonly keyHash: string;
  readonly codeHash: string | null;
  readonly stratum: string;
  readonly answers: Answers;
}

/** Why rows that are good by themselves cannot go in together, or not any more. */
export interface StagedConflict {
  readonly rowNo: number;
  readonly keyHash: string;
  readonly kind:
    | 'repeated_in_file'
    | 'accepted_before'
    | 'keyed'
    | 'code_repeated'
    | 'code_used'
    | 'code_refused';
}

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

/**
 * Finds the rows that would meet another: a serial or a code for the second time in the sheet, a form that was
 * accepted before, one that is just being keyed (`keyedHashes` are the submission keys of those), a code that is
 * used, unknown or void. In the order of the rows, `limit` of each kind.
 */
export async function listStagedConflicts(
  db: Db,
  key: Limited & { readonly keyedHashes: readonly string[] },
): Promise<readonly StagedConflict[]> {
  const conflicts = [
    ...(await listRepeated(db, key, 'key_hash', 'repeated_in_file')),
    ...(await listAcceptedBefore(db, key)),
    ...(await listKeyed(db, key)),
    ...(await listRepeated(db, key, 'code_hash', 'code_repeated')),
    ...(await listUnusable(db, key)),
  ];
  return conflicts.sort((a, b) => a.rowNo - b.rowNo);
}

async function listRepeated(
  db: Db,
  { roundId, id, limit }: Limited,
  column: 'key_hash' | 'code_hash',
  kind: StagedConflict['kind'],
): Promise<readonly StagedConflict[]> {
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
  return rows.map((row) => ({ rowNo: row.row_no, keyHash: row.key_hash, kind }));
}

async function listAcceptedBefore(
  db: Db,
  { roundId, id, limit }: Limited,
): Promise<readonly StagedConflict[]> {
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
  return rows.map((row) => ({ rowNo: row.row_no, keyHash: row.key_hash, kind: 'accepted_before' }));
}

async function listKeyed(
  db: Db,
  { roundId, id, limit, keyedHashes }: Limited & { readonly keyedHashes: readonly string[] },
): Promise<readonly StagedConflict[]> {
  const conflicts: StagedConflict[] = [];
  for (const chunk of chunkRows(keyedHashes, 1)) {
    const rows = await db
      .selectFrom('import_row')
      .select(['row_no', 'key_hash'])
      .where('round_id', '=', roundId)
      .where('import_id', '=', id)
      .where('key_hash', 'in', chunk)
      .execute();
    conflicts.push(
      ...rows.map((row) => ({ rowNo: row.row_no, keyHash: row.key_hash, kind: 'keyed' as const })),
    );
  }
  return conflicts.sort((a, b) => a.rowNo - b.rowNo).slice(0, limit);
}

/** The one state that is judged usable. */
const usable: CodeState = 'issued';

async function listUnusable(db: Db, { roundId, id, limit }: Limited): Promise<readonly StagedConflict[]> {
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
    .where((eb) => eb.or([eb('access_code.state', 'is', null), eb('access_code.state', '!=', usable)]))
    .orderBy('row.row_no')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    rowNo: row.row_no,
    keyHash: row.key_hash,
    kind:
      judgeCode(codeStateSchema.optional().parse(row.state ?? undefined)) === 'used'
        ? 'code_used'
        : 'code_refused',
  }));
}
