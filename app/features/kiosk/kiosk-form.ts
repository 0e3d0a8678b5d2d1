import type { Page } from '#surveys/questionnaire/definition.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { AnsweredOn } from '#surveys/response/answered-on.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { type Filling, takePage } from '#surveys/response/take-page.ts';
import type { AnswerForm, QuestionError } from '#surveys/response/validate-answers.ts';

/** What one press of 「次へ進む」 or 「戻る」 leads to. */
export type KioskStep =
  | { readonly kind: 'refused'; readonly errors: readonly QuestionError[] }
  | { readonly kind: 'page'; readonly pageId: string; readonly filling: Filling }
  | { readonly kind: 'finished'; readonly answers: Answers };

interface KioskMove {
  readonly pages: readonly Page[];
  readonly page: Page;
  readonly before: Filling;
  readonly fields: AnswerForm;
  readonly isBack: boolean;
  readonly answeredOn: AnsweredOn;
}

/**
 * Takes a page's fields and leads on, back, to questions that its answers have just opened, or to the end.
 * Going back asks for nothing, and brings along what is no answer as it was typed.
 */
export function moveOn({ pages, page, before, fields, isBack, answeredOn }: KioskMove): KioskStep {
  const { errors, ...filling } = takePage({ pages }, { page, before, form: fields, answeredOn });
  if (errors.length > 0 && !isBack) return { kind: 'refused', errors };
  const { answers } = filling;
  const asked = new Set(page.questions.map(({ id }) => id));
  const shown = visiblePages({ pages }, answers);
  const index = shown.findIndex(({ id }) => id === page.id);
  const hasOpened = shown[index]?.questions.some(({ id }) => !asked.has(id)) ?? false;
  const target = isBack ? shown[Math.max(index - 1, 0)] : shown[hasOpened ? index : index + 1];
  return target ? { kind: 'page', pageId: target.id, filling } : { kind: 'finished', answers };
}
