import type { Page } from '#surveys/questionnaire/definition.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';
import { type AnswerForm, type QuestionError, validatePage } from '#surveys/response/validate-answers.ts';

/** What one press of 「次へ進む」 or 「戻る」 leads to. */
export type KioskStep =
  | { readonly kind: 'mend'; readonly errors: readonly QuestionError[] }
  | { readonly kind: 'page'; readonly pageId: string; readonly answers: Answers }
  | { readonly kind: 'finished'; readonly answers: Answers };

interface KioskMove {
  readonly pages: readonly Page[];
  readonly page: Page;
  readonly answers: Answers;
  readonly fields: AnswerForm;
  readonly isBack: boolean;
}

/**
 * Takes a page's fields and leads on, back, to questions that its answers have just opened, or to the end.
 * Going back keeps what is valid and asks for nothing.
 */
export function moveOn({ pages, page, answers, fields, isBack }: KioskMove): KioskStep {
  const checked = validatePage(page, fields);
  if (!checked.ok && !isBack) return { kind: 'mend', errors: checked.errors };
  const asked = new Set(page.questions.map(({ id }) => id));
  const others = Object.entries(answers).filter(([id]) => !asked.has(id));
  const all = pruneAnswers({ pages }, { ...Object.fromEntries(others), ...checked.answers });
  const shown = visiblePages({ pages }, all);
  const index = shown.findIndex(({ id }) => id === page.id);
  const hasOpened = shown[index]?.questions.some(({ id }) => !asked.has(id)) ?? false;
  const target = isBack ? shown[Math.max(index - 1, 0)] : shown[hasOpened ? index : index + 1];
  return target ? { kind: 'page', pageId: target.id, answers: all } : { kind: 'finished', answers: all };
}
