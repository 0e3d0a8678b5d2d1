import type { Choice, FieldProblem } from '#app/fielding/paper/decide-differences.ts';
import type { EntryProblem } from '#app/fielding/paper/read-entry.ts';
import { decisionProblemMessage, entryProblemMessage } from '#app/i18n/ja/paper.ts';
import type { FieldErrors } from '#app/web/form.ts';
import type { EntryField } from '#surveys/paper/keyed-entry.ts';

/** Fields of the keying form that are not questions; a question's field is named by its id. */
export const keyingFields = {
  serial: '_serial',
  batch: '_batch',
  code: '_code',
  stratum: '_stratum',
} as const;

/** What stands in the fields, by their names. */
export interface TypedValues {
  readonly [field: string]: string | undefined;
}

/** How the one who settles a form decides a field: one entry is right, the paper says something else, or nothing. */
export const choices = ['first', 'second', 'other', 'none'] as const satisfies readonly Choice[];

/** Two fields for each that differs: what was chosen, and what the paper says where neither is right. */
export const choiceField = (field: string): string => `choice:${field}`;
export const otherField = (field: string): string => `other:${field}`;

/** What is wrong with a keyed form, in words, by field. */
export const entryMessages = (problems: readonly EntryProblem[]): FieldErrors =>
  Object.fromEntries(problems.map((problem) => [nameOfProblem(problem), entryProblemMessage(problem)]));

/** What is wrong with the decisions on a form, in words, by field. */
export const decisionMessages = (problems: readonly FieldProblem[]): FieldErrors =>
  Object.fromEntries(
    problems.map(({ field, problem }) => [nameOfField(field), decisionProblemMessage(problem)]),
  );

function nameOfProblem(problem: EntryProblem): string {
  switch (problem.kind) {
    case 'not_a_serial':
      return keyingFields.serial;
    case 'batch_too_long':
      return keyingFields.batch;
    case 'bad_code':
      return keyingFields.code;
    case 'unknown_stratum':
      return keyingFields.stratum;
    case 'bad_answer':
      return problem.questionId;
  }
}

const nameOfField = (field: EntryField): string =>
  field.kind === 'question' ? field.questionId : keyingFields[field.kind];
