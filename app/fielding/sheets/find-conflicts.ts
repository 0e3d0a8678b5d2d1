import type { Services } from '#app/fielding/services.ts';
import {
  listAcceptedRows,
  listRepeatedRows,
  listRowsWithCodes,
  listRowsWithKeys,
  type StagedRowKey,
} from '#db/queries/import-row.ts';
import { listOpenForms } from '#db/queries/keyed-entry.ts';
import { findColumn, type ImportColumns } from '#surveys/paper/import-columns.ts';
import type { ConflictKind, ImportProblem, SheetColumn } from '#surveys/paper/import-problem.ts';
import { paperKey } from '#surveys/response/submission-key.ts';
import { codeStates, judgeCode } from '#surveys/round/code-verdict.ts';

interface FindConflictsInput {
  readonly roundId: string;
  readonly importId: string;
  readonly columns: ImportColumns | undefined;
  /** The submission key that a row gets which has no serial. */
  readonly keyOfRow: (rowNo: number) => string;
  readonly limit: number;
}

interface Conflict extends StagedRowKey {
  readonly kind: ConflictKind;
}

/**
 * The staged rows of an import that would meet another: a serial or a code for the second time in the sheet, a
 * form that was accepted before or is just being keyed, a code that may not be used. The first `limit`, in the
 * order of the rows.
 */
export async function findConflicts(
  services: Pick<Services, 'db' | 'secrets'>,
  { columns, keyOfRow, ...input }: FindConflictsInput,
): Promise<readonly ImportProblem[]> {
  const conflicts = [
    ...(await findKeyConflicts(services, input, keyOfRow)),
    ...(await findCodeConflicts(services, input)),
  ];
  return conflicts
    .sort((a, b) => a.rowNo - b.rowNo)
    .slice(0, input.limit)
    .map(({ rowNo, kind }) => ({ row: rowNo, column: columnOfConflict(columns, kind), reason: { kind } }));
}

type Staged = Pick<FindConflictsInput, 'roundId' | 'importId' | 'limit'>;

const isOfKind =
  (kind: ConflictKind) =>
  (row: StagedRowKey): Conflict => ({ ...row, kind });

async function findKeyConflicts(
  { db, secrets }: Pick<Services, 'db' | 'secrets'>,
  { roundId, importId: id, limit }: Staged,
  keyOfRow: FindConflictsInput['keyOfRow'],
): Promise<readonly Conflict[]> {
  const openForms = await listOpenForms(db, roundId);
  const keyHashes = openForms.map(({ serial }) => secrets.submissionKeyHash(roundId, paperKey(serial)));
  const rows = { roundId, id, limit };
  return [
    ...(await listRepeatedRows(db, { ...rows, column: 'key_hash' })).map(isOfKind('repeated_in_file')),
    ...(await listAcceptedRows(db, rows)).map((row) => ({
      ...row,
      kind: row.keyHash === keyOfRow(row.rowNo) ? ('imported_before' as const) : ('accepted_before' as const),
    })),
    ...(await listRowsWithKeys(db, { ...rows, keyHashes })).map(isOfKind('keyed')),
  ];
}

async function findCodeConflicts(
  { db }: Pick<Services, 'db'>,
  { roundId, importId: id, limit }: Staged,
): Promise<readonly Conflict[]> {
  const rows = { roundId, id, limit };
  const exceptIn = codeStates.filter((state) => judgeCode(state) === 'usable');
  return [
    ...(await listRepeatedRows(db, { ...rows, column: 'code_hash' })).map(isOfKind('code_repeated')),
    ...(await listRowsWithCodes(db, { ...rows, exceptIn })).map((row) => ({
      ...row,
      kind: judgeCode(row.state) === 'used' ? ('code_used' as const) : ('code_refused' as const),
    })),
  ];
}

/** The column that a conflict is about; null where it could be either, or none. */
export function columnOfConflict(columns: ImportColumns | undefined, kind: ConflictKind): SheetColumn | null {
  if (!columns) return null;
  switch (kind) {
    case 'imported_before':
    case 'not_open':
      return null;
    case 'repeated_in_file':
    case 'keyed':
    case 'accepted_before':
      return findColumn(columns, columns.serial);
    case 'code_repeated':
    case 'code_used':
    case 'code_refused':
      return findColumn(columns, columns.code);
  }
}
