import type { HeadingProblemKind, SheetColumn } from '#surveys/paper/import-problem.ts';
import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import { plainWords } from '#surveys/paper/plain-text.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import type { Pages } from '#surveys/questionnaire/visibility.ts';
import type { Round } from '#surveys/round/round.ts';

/** Columns of a sheet that are not questions, by their headings: as templates write them, and for programs. */
export const ownColumns = {
  serial: { heading: '通し番号', name: '_serial' },
  code: { heading: '回答コード', name: '_code' },
  stratum: { heading: '層', name: '_stratum' },
} as const;
type OwnColumn = keyof typeof ownColumns;
const ownColumnNames = ['serial', 'code', 'stratum'] as const satisfies readonly OwnColumn[];

/** Where everything stands in a row, counted from 0; undefined for an own column that the sheet leaves out. */
export interface ImportColumns {
  readonly serial: number | undefined;
  readonly code: number | undefined;
  readonly stratum: number | undefined;
  readonly questions: readonly {
    readonly index: number;
    readonly number: number;
    readonly question: Question;
  }[];
  /** How many columns have a place in the heading, named or not. */
  readonly nColumns: number;
}

/** What is wrong with the first line of a sheet, and which column it is about; null for the line itself. */
export interface HeadingProblem {
  readonly kind: HeadingProblemKind;
  readonly column: SheetColumn | null;
}

export type HeadingCheck =
  | { readonly ok: true; readonly columns: ImportColumns }
  | { readonly ok: false; readonly problems: readonly HeadingProblem[] };

/** How a template heads the column of a question: `問1 区役所を訪れましたか`. */
export const questionHeading = (number: number, question: Question): string =>
  `問${number} ${question.text.ja}`;

/** The first line of a round's template: serial, code and stratum mark where the round has them, every question. */
export function listTemplateColumns(
  round: Pick<Round, 'questionnaire' | 'frame' | 'access'>,
): readonly string[] {
  return [
    ownColumns.serial.heading,
    ...(round.access === 'code' ? [ownColumns.code.heading] : []),
    ...(listStratumMarks(round).length > 0 ? [ownColumns.stratum.heading] : []),
    ...listNumberedQuestions(round.questionnaire).map(({ number, question }) =>
      questionHeading(number, question),
    ),
  ];
}

/** The name of a column as a spreadsheet shows it, from 0 on: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + (index % 26));
}

/** The column at an index, with what it holds where the heading says so; null for none. */
export function findColumn(columns: ImportColumns, index: number | undefined): SheetColumn | null {
  if (index === undefined) return null;
  const holds = ownColumnNames.find((name) => columns[name] === index);
  if (holds) return { kind: 'own', index, holds };
  const asked = columns.questions.find((question) => question.index === index);
  return asked ? { kind: 'question', index, number: asked.number } : { kind: 'bare', index };
}

/** What a heading stands for: an own column, or a question by its number. */
type Meaning = OwnColumn | number;

/**
 * Reads the first line of a sheet. An own column is known by its heading or its name for programs, a question
 * by its number (問1), its text, both, or its id; punctuation, spaces and widths do not matter. Columns may
 * stand in any order; every question must have one, so that a forgotten column is not taken for 無回答. A
 * column with an empty heading is ignored. A line without a single question is `not_a_heading`, and nothing else.
 */
export function readHeading(questionnaire: Pages, cells: readonly string[]): HeadingCheck {
  const headings = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const known = listKnown(questionnaire);
  const meanings = headings.map((heading) => known.get(heading) ?? known.get(plainWords(heading)));
  if (!meanings.some((meaning) => typeof meaning === 'number')) {
    return { ok: false, problems: [{ kind: 'not_a_heading', column: null }] };
  }
  const questions = listNumberedQuestions(questionnaire);
  const problems = listProblems(questions, headings, meanings);
  if (problems.length > 0) return { ok: false, problems };
  const find = (meaning: Meaning) => {
    const index = meanings.indexOf(meaning);
    return index < 0 ? undefined : index;
  };
  return {
    ok: true,
    columns: {
      serial: find('serial'),
      code: find('code'),
      stratum: find('stratum'),
      questions: questions.map(({ number, question }) => ({
        index: meanings.indexOf(number),
        number,
        question,
      })),
      nColumns: headings.length,
    },
  };
}

/** Everything that may head a column; a text that two questions have in common tells neither. */
function listKnown(questionnaire: Pages): ReadonlyMap<string, Meaning> {
  const questions = listNumberedQuestions(questionnaire);
  const known = new Map<string, Meaning>();
  for (const { number, question } of questions) {
    const text = plainWords(question.text.ja);
    const isShared = questions.some(
      (other) => other.number !== number && plainWords(other.question.text.ja) === text,
    );
    if (!isShared) known.set(text, number);
  }
  for (const { number, question } of questions) {
    known.set(plainWords(questionHeading(number, question)), number);
    known.set(`問${number}`, number);
    known.set(question.id, number);
  }
  for (const column of ownColumnNames) {
    known.set(ownColumns[column].name, column);
    known.set(ownColumns[column].heading, column);
  }
  return known;
}

function listProblems(
  questions: readonly { readonly number: number; readonly question: Question }[],
  headings: readonly string[],
  meanings: readonly (Meaning | undefined)[],
): readonly HeadingProblem[] {
  const missing = questions
    .filter(({ number }) => !meanings.includes(number))
    .map(({ number }): HeadingProblem => ({ kind: 'missing_column', column: { kind: 'missing', number } }));
  const others = headings.flatMap((heading, index): HeadingProblem[] => {
    const column = { kind: 'headed', index, heading } as const;
    const meaning = meanings[index];
    if (heading === '') return [];
    if (meaning === undefined) return [{ kind: 'unknown_column', column }];
    return meanings.indexOf(meaning) < index ? [{ kind: 'repeated_column', column }] : [];
  });
  return [...missing, ...others];
}
