import type { Page } from '#surveys/questionnaire/definition.ts';
import { type Pages, visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import type { AnsweredOn } from '#surveys/response/answered-on.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';
import { type AnswerForm, type QuestionError, validatePage } from '#surveys/response/validate-answers.ts';

/** How far somebody has come: what is answered, and what was typed but is no answer. */
export interface Filling {
  readonly answers: Answers;
  /** As typed, by question id; the answer given before still stands beside it, where there was one. */
  readonly refused: AnswerForm;
}

interface PageForm {
  /** As it was shown: with the questions that the answers before it made visible. */
  readonly page: Page;
  readonly before: Filling;
  readonly form: AnswerForm;
  readonly answeredOn: AnsweredOn;
}

/**
 * Takes one page's form into what is filled in. A valid field takes the place of the answer before it, and one
 * that may be blank and is takes it away; a field that is refused, a required one left blank among them, leaves
 * the answer before it standing. What was refused is kept as typed until its page is sent again; a blank is not.
 * Answers and refused fields on branches not taken are gone.
 * @returns with `errors` of the page's questions that are still asked, in their order.
 */
export function takePage(
  questionnaire: Pages,
  { page, before, form, answeredOn }: PageForm,
): Filling & { readonly errors: readonly QuestionError[] } {
  const checked = validatePage(page, form, answeredOn);
  const found = checked.ok ? [] : checked.errors;
  const settled = new Set(page.questions.map(({ id }) => id));
  for (const { questionId } of found) settled.delete(questionId);
  const standing = Object.entries(before.answers).filter(([id]) => !settled.has(id));
  const answers = pruneAnswers(questionnaire, { ...Object.fromEntries(standing), ...checked.answers });
  const asked = visibleQuestionIds(questionnaire, answers);
  const errors = found.filter(({ questionId }) => asked.has(questionId));
  const onPage = new Set(page.questions.map(({ id }) => id));
  const elsewhere = Object.entries(before.refused).filter(([id]) => asked.has(id) && !onPage.has(id));
  const here = errors
    .filter(({ error }) => error.code !== 'required')
    .map(({ questionId }) => [questionId, form[questionId] ?? []] as const);
  return { answers, refused: Object.fromEntries([...elsewhere, ...here]), errors };
}

/** What is wrong with the refused fields of the pages given, in the order of their questions. */
export function findRefused(
  pages: readonly Page[],
  refused: AnswerForm,
  answeredOn: AnsweredOn,
): readonly QuestionError[] {
  return pages.flatMap((page) => {
    const questions = page.questions.filter(({ id }) => Object.hasOwn(refused, id));
    const checked = validatePage({ ...page, questions }, refused, answeredOn);
    return checked.ok ? [] : checked.errors;
  });
}
