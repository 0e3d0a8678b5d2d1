import type { SheetReader, SheetRow } from '#app/fielding/ports.ts';
import { findColumn, type ImportColumns, readHeading } from '#surveys/paper/import-columns.ts';
import type { ImportProblem } from '#surveys/paper/import-problem.ts';
import { createRowReader, type ImportedForm } from '#surveys/paper/import-row.ts';
import { rulesOf } from '#surveys/questionnaire/kinds/index.ts';
import { answeredBefore } from '#surveys/response/answered-on.ts';
import type { Round } from '#surveys/round/round.ts';

/** How many problems a report lists; the count goes on beyond. */
export const maximumProblems = 500;
/** The most rows of one sheet. */
const maximumRows = 200_000;
/** How many rows are read, checked and handed on together. */
const rowsPerPiece = 500;

export interface CheckedForm {
  readonly rowNo: number;
  readonly form: ImportedForm;
}

interface CheckSheetInput {
  readonly round: Round;
  readonly readSheet: SheetReader;
  readonly path: string;
  /** The instant at which it is read, ISO-8601 UTC. */
  readonly now: string;
  /** Takes the good rows of a piece, as long as no row was bad; the next piece waits for it. */
  readonly onPiece: (progress: {
    readonly forms: readonly CheckedForm[];
    readonly nRows: number;
    readonly nBad: number;
  }) => Promise<void>;
}

export interface SheetCheck {
  readonly nRows: number;
  readonly nBad: number;
  readonly problems: readonly ImportProblem[];
  /** Undefined where the first line is no heading. */
  readonly columns: ImportColumns | undefined;
}

/**
 * Reads a sheet once and checks every row by itself; blank rows do not count. It never holds more than a piece
 * of the sheet.
 * @throws {SheetError} when the file cannot be read to its end
 */
export async function checkSheet({
  round,
  readSheet,
  path,
  now,
  onPiece,
}: CheckSheetInput): Promise<SheetCheck> {
  const problems: ImportProblem[] = [];
  let columns: ImportColumns | undefined;
  let readRow: ReturnType<typeof createRowReader> | undefined;
  let nRows = 0;
  let nBad = 0;
  let forms: CheckedForm[] = [];
  for await (const row of readSheet(path)) {
    if (!columns || !readRow) {
      columns = readColumns(round, row, problems);
      if (!columns) return { nRows: 0, nBad: 0, problems, columns };
      readRow = createRowReader(round, columns, answeredBefore(now, round));
      continue;
    }
    if (isBlank(row)) continue;
    nRows += 1;
    if (nRows > maximumRows) {
      const reason = { kind: 'too_many_rows', maximum: maximumRows } as const;
      problems.unshift({ row: row.rowNo, column: null, reason });
      return { nRows, nBad: nBad + 1, problems, columns };
    }
    const check = checkRow(columns, readRow, row);
    if (check.ok) forms.push({ rowNo: row.rowNo, form: check.form });
    else {
      nBad += 1;
      problems.push(...check.problems.slice(0, maximumProblems - problems.length));
    }
    if (nRows % rowsPerPiece === 0) {
      await onPiece({ forms: nBad === 0 ? forms : [], nRows, nBad });
      forms = [];
    }
  }
  await onPiece({ forms: nBad === 0 ? forms : [], nRows, nBad });
  if (nRows === 0 && problems.length === 0) {
    problems.push({ row: null, column: null, reason: { kind: 'no_rows' } });
  }
  return { nRows, nBad, problems, columns };
}

/** A row with nothing in it; a formula that gives nothing yet is not nothing. */
const isBlank = ({ cells, faults }: SheetRow) =>
  faults.length === 0 && cells.every((cell) => cell.trim() === '');

type CheckedRow =
  | { readonly ok: true; readonly form: ImportedForm }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

/** What is wrong with a cell itself comes before what is wrong with its value. */
function checkRow(
  columns: ImportColumns,
  readRow: ReturnType<typeof createRowReader>,
  row: SheetRow,
): CheckedRow {
  const check = readRow(row.cells);
  const inFault = row.faults.filter((cell) => !isAnswer(columns, cell));
  if (check.ok && inFault.length === 0) return check;
  const others = check.ok
    ? []
    : check.problems.filter((one) => !inFault.some(({ index }) => index === one.index));
  const problems = others.map(({ index, reason }) => ({
    row: row.rowNo,
    column: findColumn(columns, index),
    reason,
  }));
  return { ok: false, problems: [...listFaults(columns, { ...row, faults: inFault }), ...problems] };
}

/** Whether what would be a fault elsewhere is what a question asks for. */
const isAnswer = ({ questions }: ImportColumns, { index, fault }: SheetRow['faults'][number]): boolean =>
  fault.kind === 'date_or_time' &&
  questions.some((column) => column.index === index && rulesOf(column.question).takesDates);

const listFaults = (columns: ImportColumns, { rowNo, faults }: SheetRow): readonly ImportProblem[] =>
  faults.map(({ index, fault }) => ({ row: rowNo, column: findColumn(columns, index), reason: fault }));

function readColumns(round: Round, row: SheetRow, problems: ImportProblem[]): ImportColumns | undefined {
  const heading = readHeading(round.questionnaire, row.cells);
  if (heading.ok) {
    problems.push(...listFaults(heading.columns, row));
    return problems.length === 0 ? heading.columns : undefined;
  }
  for (const { kind, column } of heading.problems.slice(0, maximumProblems)) {
    problems.push({ row: row.rowNo, column, reason: { kind } });
  }
  for (const { fault } of row.faults) problems.push({ row: row.rowNo, column: null, reason: fault });
  return undefined;
}
