import { readSheet } from '#app/.server/sheets/read-sheet.ts';
import type { SheetRow } from '#app/.server/sheets/sheet-error.ts';
import { cellProblemMessage, headingProblemNames } from '#app/i18n/ja/paper.ts';
import type { ImportProblem } from '#db/queries/import-job.ts';
import { type ImportColumns, readHeading } from '#surveys/paper/import-columns.ts';
import { createRowReader, type ImportedForm } from '#surveys/paper/import-row.ts';
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
  readonly path: string;
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
}

/**
 * Reads a sheet once and checks every row by itself; blank rows do not count. It never holds more than a piece
 * of the sheet.
 * @throws {SheetError} when the file cannot be read to its end
 */
export async function checkSheet({ round, path, onPiece }: CheckSheetInput): Promise<SheetCheck> {
  const problems: ImportProblem[] = [];
  let readRow: ReturnType<typeof createRowReader> | undefined;
  let nRows = 0;
  let nBad = 0;
  let forms: CheckedForm[] = [];
  for await (const row of readSheet(path)) {
    if (!readRow) {
      const columns = readColumns(round, row, problems);
      if (!columns) return { nRows: 0, nBad: 0, problems };
      readRow = createRowReader(round, columns);
      continue;
    }
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    nRows += 1;
    if (nRows > maximumRows) {
      const reason = `1回に取り込めるのは${maximumRows.toLocaleString('ja-JP')}行までです。ファイルを分けてください。`;
      return { nRows, nBad: nBad + 1, problems: [{ row: row.rowNo, column: '', reason }, ...problems] };
    }
    const check = readRow(row.cells);
    if (check.ok) forms.push({ rowNo: row.rowNo, form: check.form });
    else {
      nBad += 1;
      for (const problem of check.problems.slice(0, maximumProblems - problems.length)) {
        problems.push({ row: row.rowNo, column: problem.column, reason: cellProblemMessage(problem) });
      }
    }
    if (nRows % rowsPerPiece === 0) {
      await onPiece({ forms: nBad === 0 ? forms : [], nRows, nBad });
      forms = [];
    }
  }
  await onPiece({ forms: nBad === 0 ? forms : [], nRows, nBad });
  if (nRows === 0 && problems.length === 0) {
    problems.push({ row: null, column: '', reason: '見出しの下に行がありません。' });
  }
  return { nRows, nBad, problems };
}

function readColumns(round: Round, row: SheetRow, problems: ImportProblem[]): ImportColumns | undefined {
  const heading = readHeading(round.questionnaire, row.cells);
  if (heading.ok) return heading.columns;
  for (const { kind, column } of heading.problems.slice(0, maximumProblems)) {
    problems.push({ row: row.rowNo, column, reason: headingProblemNames[kind] });
  }
  return undefined;
}
