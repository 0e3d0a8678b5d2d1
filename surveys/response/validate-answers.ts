import type { Page, Question } from '#surveys/questionnaire/definition.ts';
import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { validateAnswer } from '#surveys/questionnaire/kinds/index.ts';
import { type Pages, visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import type { AnsweredOn } from '#surveys/response/answered-on.ts';
import type { Answers, AnswerValue } from '#surveys/response/answers.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';

/** What a form sent: every field with its values; a question's field is named by its id. */
export type AnswerForm = { readonly [field: string]: readonly string[] };

export interface QuestionError {
  readonly questionId: string;
  readonly error: AnswerError;
}

/** A form as it comes back: what was typed, and what is wrong with it. */
export interface Filled {
  readonly values: AnswerForm;
  readonly errors: readonly QuestionError[];
}

/** Answers that may be stored, or what is wrong, beside the answers that are valid all the same. */
export type AnswersCheck =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly answers: Answers; readonly errors: readonly QuestionError[] };

/**
 * Reads one page's form. All questions of the page given are expected (hand in a page of `visiblePages`);
 * other fields are ignored; an unknown option is an error, since no form of ours offers one.
 * @returns The page's own answers, without those left blank; errors in the order of the questions.
 */
export function validatePage(page: Page, form: AnswerForm, answeredOn: AnsweredOn): AnswersCheck {
  return validateQuestions(page.questions, form, answeredOn);
}

/**
 * Reads the form of a whole questionnaire. What its own answers leave unasked is dropped in silence, required
 * or broken as it may be; unknown fields are ignored.
 * @returns The pruned answers; errors, in the order of the questions, only of questions that were asked.
 */
export function validateAll(questionnaire: Pages, form: AnswerForm, answeredOn: AnsweredOn): AnswersCheck {
  const checked = validateQuestions(
    questionnaire.pages.flatMap(({ questions }) => questions),
    form,
    answeredOn,
  );
  const answers = pruneAnswers(questionnaire, checked.answers);
  if (checked.ok) return { ok: true, answers };
  const asked = visibleQuestionIds(questionnaire, answers);
  const errors = checked.errors.filter(({ questionId }) => asked.has(questionId));
  return errors.length === 0 ? { ok: true, answers } : { ok: false, answers, errors };
}

/** Answers in the shape of a form, so that stored answers (a draft, an import) can be validated again. */
export function formOf(answers: Answers): AnswerForm {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'string' ? [answer] : answer]),
  );
}

function validateQuestions(
  questions: readonly Question[],
  form: AnswerForm,
  answeredOn: AnsweredOn,
): AnswersCheck {
  const answers: [string, AnswerValue][] = [];
  const errors: QuestionError[] = [];
  for (const question of questions) {
    const raw = Object.hasOwn(form, question.id) ? form[question.id] : undefined;
    const check = validateAnswer(question, raw ?? [], answeredOn);
    if (!check.ok) errors.push({ questionId: question.id, error: check.error });
    else if (check.answer !== undefined) answers.push([question.id, check.answer]);
  }
  const valid = Object.fromEntries(answers);
  return errors.length === 0 ? { ok: true, answers: valid } : { ok: false, answers: valid, errors };
}
