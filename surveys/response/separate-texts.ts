import type { Question, Questionnaire } from '#surveys/questionnaire/definition.ts';
import { rulesOf } from '#surveys/questionnaire/kinds/index.ts';
import type { Answers } from '#surveys/response/answers.ts';

/** A free text and the question that it answers. */
export interface FreeText {
  readonly questionId: string;
  readonly text: string;
}

/** Whether a question asks for words of one's own. */
export const isFreeText = (question: Question): boolean => rulesOf(question).isFreeText;

/**
 * Takes the free texts out of an answer set. What remains does not even tell that a text was written:
 * otherwise the only writer of a round, or of a cell of the tally, could be matched with the words.
 */
export function separateTexts(
  questionnaire: Questionnaire,
  answers: Answers,
): { readonly answers: Answers; readonly texts: readonly FreeText[] } {
  const ids = new Set(
    questionnaire.pages.flatMap((page) => page.questions.filter(isFreeText)).map(({ id }) => id),
  );
  const entries = Object.entries(answers);
  return {
    answers: Object.fromEntries(entries.filter(([questionId]) => !ids.has(questionId))),
    texts: entries.flatMap(([questionId, text]) =>
      ids.has(questionId) && typeof text === 'string' ? [{ questionId, text }] : [],
    ),
  };
}

/** The questionnaire without its text questions: what can be counted where texts are kept apart. */
export function withoutTextQuestions(questionnaire: Questionnaire): Questionnaire {
  const pages = questionnaire.pages.map((page) => ({
    ...page,
    questions: page.questions.filter((question) => !isFreeText(question)),
  }));
  return { ...questionnaire, pages: pages.filter(({ questions }) => questions.length > 0) };
}
