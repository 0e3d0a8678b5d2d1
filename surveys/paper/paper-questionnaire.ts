import type { Page, Question } from '#surveys/questionnaire/definition.ts';
import type { Pages } from '#surveys/questionnaire/visibility.ts';

/** A question with the number that stands before it on paper (問1). */
export interface NumberedQuestion {
  readonly number: number;
  readonly page: Page;
  readonly question: Question;
}

/** Every question, asked of everyone or not, numbered from 1 through the whole questionnaire. */
export function listNumberedQuestions(questionnaire: Pages): readonly NumberedQuestion[] {
  return questionnaire.pages
    .flatMap((page) => page.questions.map((question) => ({ page, question })))
    .map((entry, index) => ({ ...entry, number: index + 1 }));
}

/**
 * The questionnaire as paper asks it: nothing can be made to be answered, so a required question that was left
 * blank is 無回答 there and not an error.
 */
export function onPaper(questionnaire: Pages): Pages {
  return {
    pages: questionnaire.pages.map((page) => ({
      ...page,
      questions: page.questions.map((question) => ({ ...question, required: false })),
    })),
  };
}
