import type { Page, Question } from '#surveys/questionnaire/definition.ts';
import type { Condition } from '#surveys/questionnaire/question-base.ts';
import { type Answers, answerTo } from '#surveys/response/answers.ts';

/** The part of a questionnaire that decides what is shown. */
export interface Pages {
  readonly pages: readonly Page[];
}

/**
 * Whether a condition holds for the answers.
 *
 * `oneOf` holds when the answer, or one choice of a multiple choice, is among its codes; without an answer it
 * does not hold, so `not` around it does. An answer to a hidden question must not be among `answers`:
 * `visiblePages` sees to that.
 * @example evaluateCondition({ question: 'media', oneOf: ['web'] }, { media: ['paper', 'web'] }) // true
 * @example evaluateCondition({ not: { question: 'media', oneOf: ['web'] } }, {}) // true
 */
export function evaluateCondition(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => evaluateCondition(part, answers));
  if ('any' in condition) return condition.any.some((part) => evaluateCondition(part, answers));
  if ('not' in condition) return !evaluateCondition(condition.not, answers);
  const answer = answerTo(answers, condition.question);
  if (answer === undefined) return false;
  const given = typeof answer === 'string' ? [answer] : answer;
  return given.some((code) => condition.oneOf.includes(code));
}

/**
 * The pages a respondent with these answers sees, each with only its visible questions, in page order.
 *
 * A page whose condition fails, or with no visible question left, is absent. An answer to a question that is
 * itself hidden counts for nothing: the filter's filter decides first.
 */
export function visiblePages(questionnaire: Pages, answers: Answers): readonly Page[] {
  const seen: { [questionId: string]: Answers[string] } = {};
  const isShown = (part: { readonly showWhen?: Condition | undefined }) =>
    part.showWhen === undefined || evaluateCondition(part.showWhen, seen);

  const showQuestion = (question: Question) => {
    if (!isShown(question)) return false;
    const answer = answerTo(answers, question.id);
    if (answer !== undefined) seen[question.id] = answer;
    return true;
  };

  return questionnaire.pages.flatMap((page) => {
    if (!isShown(page)) return [];
    const questions = page.questions.filter(showQuestion);
    if (questions.length === 0) return [];
    return [questions.length === page.questions.length ? page : { ...page, questions }];
  });
}

/** The ids of the questions a respondent with these answers is asked, in the order they are asked. */
export function visibleQuestionIds(questionnaire: Pages, answers: Answers): ReadonlySet<string> {
  return new Set(visiblePages(questionnaire, answers).flatMap((page) => page.questions.map(({ id }) => id)));
}
