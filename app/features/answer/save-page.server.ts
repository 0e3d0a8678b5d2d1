import type { Filled } from '#app/features/answer/question-form.tsx';
import type { Draft } from '#app/features/answer/visit.server.ts';
import type { Page, Questionnaire } from '#surveys/questionnaire/definition.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { takePage } from '#surveys/response/take-page.ts';
import type { AnswerForm } from '#surveys/response/validate-answers.ts';

/** Where a resident goes after a page: another page by id, or the review. */
export type NextStep = { readonly kind: 'page'; readonly id: string } | { readonly kind: 'review' };

/** `stay` shows the same page again, in another language. */
export type Direction = 'next' | 'back' | 'stay';

export type SavePageResult =
  | { readonly kind: 'saved'; readonly draft: Draft; readonly next: NextStep }
  | { readonly kind: 'invalid'; readonly draft: Draft; readonly filled: Filled };

interface SavePageInput {
  readonly questionnaire: Questionnaire;
  readonly draft: Draft;
  readonly page: Page;
  readonly fields: Record<string, string[]>;
  readonly direction: Direction;
  /** The resident came from the review to change this page. */
  readonly isFromReview: boolean;
}

/**
 * Takes a page's fields into the draft: what is valid as answers, and what is refused as it was typed, beside the
 * answer that was saved before (`takePage`). Going back asks for nothing; staying asks for nothing either, but
 * gives back what is wrong; going on needs the page to be valid, and leads to questions that this page's answers
 * have opened.
 */
export function savePage(input: SavePageInput): SavePageResult {
  const { questionnaire, draft, page, fields, direction } = input;
  const before = { answers: draft.answers, refused: draft.refused ?? {} };
  const { answers, refused, errors } = takePage(questionnaire, { page, before, form: fields });
  const saved: Draft = { ...draft, answers: mutable(answers), refused: mutableFields(refused) };
  const pages = visiblePages(questionnaire, answers);
  if (direction === 'back') return { kind: 'saved', draft: saved, next: pageBefore(pages, page) };
  const mistakes = direction === 'stay' ? errors.filter(({ error }) => error.code !== 'required') : errors;
  if (mistakes.length > 0) {
    return { kind: 'invalid', draft: saved, filled: { values: fields, errors: mistakes } };
  }
  if (direction === 'stay') return { kind: 'saved', draft: saved, next: { kind: 'page', id: page.id } };
  return { kind: 'saved', draft: saved, next: pageAfter(pages, input, answers) };
}

const mutable = (answers: Answers): Draft['answers'] =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]]),
  );

const mutableFields = (fields: AnswerForm): Record<string, string[]> =>
  Object.fromEntries(Object.entries(fields).map(([id, values]) => [id, [...values]]));

function pageBefore(pages: readonly Page[], page: Page): NextStep {
  const index = pages.findIndex(({ id }) => id === page.id);
  const target = pages[Math.max(index - 1, 0)];
  return target ? { kind: 'page', id: target.id } : { kind: 'review' };
}

function pageAfter(
  pages: readonly Page[],
  { page, isFromReview }: SavePageInput,
  answers: Answers,
): NextStep {
  const index = pages.findIndex(({ id }) => id === page.id);
  const shown = new Set(page.questions.map(({ id }) => id));
  const hasOpened = pages[index]?.questions.some(({ id }) => !shown.has(id)) ?? false;
  if (hasOpened) return { kind: 'page', id: page.id };
  const target = isFromReview ? firstIncomplete(pages, answers) : pages[index + 1];
  return target ? { kind: 'page', id: target.id } : { kind: 'review' };
}

/** The first page that still lacks an answer it requires. */
export const firstIncomplete = (pages: readonly Page[], answers: Answers): Page | undefined =>
  pages.find((page) => page.questions.some(({ id, required }) => required && answers[id] === undefined));
