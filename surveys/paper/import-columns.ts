import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import type { Pages } from '#surveys/questionnaire/visibility.ts';

/** Columns of a sheet that are not questions; a question's column carries its id. */
export const ownColumns = { serial: '_serial', code: '_code', stratum: '_stratum' } as const;

/** Where everything stands in a row; undefined for an own column that the sheet leaves out. */
export interface ImportColumns {
  readonly serial: number | undefined;
  readonly code: number | undefined;
  readonly stratum: number | undefined;
  readonly questions: readonly {
    readonly index: number;
    readonly name: string;
    readonly question: Question;
  }[];
  /** The heading of every column, for messages. */
  readonly names: readonly string[];
}

/** What is wrong with the first line of a sheet. */
export interface HeadingProblem {
  readonly kind: 'missing_column' | 'unknown_column' | 'repeated_column';
  readonly column: string;
}

export type HeadingCheck =
  | { readonly ok: true; readonly columns: ImportColumns }
  | { readonly ok: false; readonly problems: readonly HeadingProblem[] };

/** The first line of a template: serial, code, stratum mark, then every question by its id. */
export function listTemplateColumns(questionnaire: Pages): readonly string[] {
  return [
    ownColumns.serial,
    ownColumns.code,
    ownColumns.stratum,
    ...listNumberedQuestions(questionnaire).map(({ question }) => question.id),
  ];
}

/**
 * Reads the first line of a sheet. Columns may stand in any order; every question must have one, so that a
 * forgotten column is not taken for 無回答. A column with an empty heading is ignored.
 */
export function readHeading(questionnaire: Pages, cells: readonly string[]): HeadingCheck {
  const names = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
  const known = listTemplateColumns(questionnaire);
  const questions = listNumberedQuestions(questionnaire);
  const problems: HeadingProblem[] = [
    ...questions
      .filter(({ question }) => !names.includes(question.id))
      .map(({ question }) => ({ kind: 'missing_column' as const, column: question.id })),
    ...names
      .filter((name) => name !== '' && !known.includes(name))
      .map((column) => ({ kind: 'unknown_column' as const, column })),
    ...[...new Set(names.filter((name, index) => name !== '' && names.indexOf(name) !== index))].map(
      (column) => ({ kind: 'repeated_column' as const, column }),
    ),
  ];
  if (problems.length > 0) return { ok: false, problems };
  const find = (name: string) => (names.includes(name) ? names.indexOf(name) : undefined);
  return {
    ok: true,
    columns: {
      serial: find(ownColumns.serial),
      code: find(ownColumns.code),
      stratum: find(ownColumns.stratum),
      questions: questions.map(({ question }) => ({
        index: names.indexOf(question.id),
        name: question.id,
        question,
      })),
      names,
    },
  };
}
