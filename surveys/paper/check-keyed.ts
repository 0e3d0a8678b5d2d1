import type { KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { onPaper } from '#surveys/paper/paper-questionnaire.ts';
import { readKeyed } from '#surveys/paper/read-typed.ts';
import { type Pages, visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import type { AnsweredOn } from '#surveys/response/answered-on.ts';
import type { QuestionError } from '#surveys/response/validate-answers.ts';
import { validateAll } from '#surveys/response/validate-answers.ts';

/** What was typed into the fields, by question id. */
export type TypedForm = { readonly [questionId: string]: string | undefined };

export type KeyedCheck =
  | { readonly ok: true; readonly answers: KeyedEntry['answers'] }
  | { readonly ok: false; readonly errors: readonly QuestionError[] };

/**
 * Reads the keyed fields of one form, by question id. Blank is 無回答, required or not; what was keyed under a
 * branch not taken is dropped.
 */
export function checkKeyed(questionnaire: Pages, typed: TypedForm, answeredOn: AnsweredOn): KeyedCheck {
  const checked = validateTyped(questionnaire, typed, answeredOn);
  return checked.ok ? { ok: true, answers: toPlain(checked.answers) } : { ok: false, errors: checked.errors };
}

/** No condition is about an open answer, so that its limits do not matter to what is asked. */
const anyDay: AnsweredOn = { from: '0000-01-01', to: '9999-12-31' };

/** The questions that a form asks by what was keyed so far; what cannot be read yet counts as no answer. */
export function listAsked(questionnaire: Pages, typed: TypedForm): ReadonlySet<string> {
  return visibleQuestionIds(questionnaire, validateTyped(questionnaire, typed, anyDay).answers);
}

function validateTyped(questionnaire: Pages, typed: TypedForm, answeredOn: AnsweredOn) {
  const form: Record<string, readonly string[]> = Object.create(null);
  for (const question of questionnaire.pages.flatMap(({ questions }) => questions)) {
    const read = readKeyed(question, typed[question.id] ?? '');
    // No answer code holds a line break: validation names it as no option of the question.
    form[question.id] = read.ok ? read.values : ['\n'];
  }
  return validateAll(onPaper(questionnaire), form, answeredOn);
}

function toPlain(answers: { readonly [id: string]: string | readonly string[] }): KeyedEntry['answers'] {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'string' ? answer : [...answer]]),
  );
}
