import type { Page, Questionnaire } from '#surveys/questionnaire/definition.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Answers } from '#surveys/response/answers.ts';

/** A page among those this resident is asked. */
export interface PagePlace {
  readonly page: Page;
  /** Counted from 1. */
  readonly number: number;
  readonly nPages: number;
}

/** Where a page stands; undefined when there is no such page or its questions are not asked. */
export function findVisiblePage(
  questionnaire: Questionnaire,
  answers: Answers,
  pageId: string | undefined,
): PagePlace | undefined {
  const pages = visiblePages(questionnaire, answers);
  const index = pages.findIndex(({ id }) => id === pageId);
  const page = pages[index];
  return page && { page, number: index + 1, nPages: pages.length };
}

/** The first page that still lacks an answer it requires. */
export const firstIncomplete = (pages: readonly Page[], answers: Answers): Page | undefined =>
  pages.find((page) => page.questions.some(({ id, required }) => required && answers[id] === undefined));
