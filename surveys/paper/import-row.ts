import { latinDigits } from '#surveys/latin-digits.ts';
import type { ImportColumns } from '#surveys/paper/import-columns.ts';
import type { CellReason } from '#surveys/paper/import-problem.ts';
import { onPaper } from '#surveys/paper/paper-questionnaire.ts';
import { readCell } from '#surveys/paper/read-typed.ts';
import { stratumOfMark } from '#surveys/paper/stratum-mark.ts';
import type { Pages } from '#surveys/questionnaire/visibility.ts';
import type { AnsweredOn } from '#surveys/response/answered-on.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { validateAll } from '#surveys/response/validate-answers.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** Why a cell cannot be taken, and where it stands in the row, from 0 on. */
export interface CellProblem {
  readonly index: number;
  readonly reason: CellReason;
}

/** A row as it would be stored: serial and code as typed on the form, where it has them. */
export interface ImportedForm {
  readonly serial: string | undefined;
  readonly code: string | undefined;
  readonly stratum: string;
  readonly answers: Answers;
}

export type RowCheck =
  | { readonly ok: true; readonly form: ImportedForm }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

const serialPattern = /^[0-9]{1,9}$/;

/** The serial of a paper form without leading zeros; undefined for anything but up to nine digits. */
export function parseSerial(text: string): string | undefined {
  const typed = latinDigits(text.normalize('NFKC')).trim();
  return serialPattern.test(typed) ? String(Number(typed)) : undefined;
}

/**
 * Makes a reader of a sheet's rows for one round. Blank cells are 無回答; answers under a branch not taken are
 * dropped as they are on the web, and what is wrong with them is no error.
 */
export function createRowReader(
  round: Pick<Round, 'questionnaire' | 'frame' | 'access'>,
  columns: ImportColumns,
  answeredOn: AnsweredOn,
): (cells: readonly string[]) => RowCheck {
  const paper = onPaper(round.questionnaire);
  return (cells) => {
    const problems: CellProblem[] = [];
    const own = readOwnColumns(round, columns, cells, problems);
    const extra = cells.findIndex((cell, index) => index >= columns.nColumns && cell.trim() !== '');
    if (extra >= 0) problems.push({ index: extra, reason: { kind: 'too_many_cells' } });
    const answers = readAnswers({ paper, columns, answeredOn }, cells, problems);
    return problems.length > 0 || own.stratum === undefined
      ? { ok: false, problems }
      : { ok: true, form: { ...own, stratum: own.stratum, answers } };
  };
}

const cellAt = (cells: readonly string[], index: number | undefined) =>
  index === undefined ? '' : (cells[index] ?? '').trim();

function readOwnColumns(
  round: Pick<Round, 'frame' | 'access'>,
  columns: ImportColumns,
  cells: readonly string[],
  problems: CellProblem[],
) {
  const refuse = (index: number | undefined, reason: CellReason) => {
    if (index !== undefined) problems.push({ index, reason });
  };
  const typedSerial = cellAt(cells, columns.serial);
  const serial = typedSerial === '' ? undefined : parseSerial(typedSerial);
  if (typedSerial !== '' && serial === undefined) refuse(columns.serial, { kind: 'not_a_serial' });
  const stratum = stratumOfMark(round, cellAt(cells, columns.stratum));
  if (stratum === undefined) refuse(columns.stratum, { kind: 'unknown_stratum' });
  const typedCode = cellAt(cells, columns.code);
  if (typedCode === '') return { serial, stratum, code: undefined };
  const parsed = parseCode(typedCode);
  if (round.access !== 'code') refuse(columns.code, { kind: 'no_code_asked' });
  else if (!parsed.ok) refuse(columns.code, { kind: 'bad_code', problem: parsed.problem });
  return { serial, stratum, code: parsed.ok ? parsed.code : undefined };
}

/** Reads the answers; cells that could not be understood count only where their question was asked. */
function readAnswers(
  {
    paper,
    columns,
    answeredOn,
  }: { readonly paper: Pages; readonly columns: ImportColumns; readonly answeredOn: AnsweredOn },
  cells: readonly string[],
  problems: CellProblem[],
): Answers {
  const form: Record<string, readonly string[]> = Object.create(null);
  const ambiguous = new Set<string>();
  for (const { index, question } of columns.questions) {
    const typed = readCell(question, cells[index] ?? '');
    if (typed.ok) form[question.id] = typed.values;
    else {
      // No answer code holds a line break: validation names it as no option of the question.
      form[question.id] = ['\n'];
      if (typed.problem === 'ambiguous') ambiguous.add(question.id);
    }
  }
  const checked = validateAll(paper, form, answeredOn);
  if (!checked.ok) {
    const places = new Map(columns.questions.map(({ index, question }) => [question.id, index]));
    for (const { questionId, error } of checked.errors) {
      const reason: CellReason = ambiguous.has(questionId)
        ? { kind: 'ambiguous' }
        : { kind: 'bad_answer', error };
      problems.push({ index: places.get(questionId) ?? 0, reason });
    }
  }
  return checked.answers;
}
