import { type CodeEntry, enterCode, type GivenCode, readCode } from '#app/fielding/answer/enter-code.ts';
import type { Direction } from '#app/fielding/answer/save-page.ts';
import { type Sender, type Submitted, submitAnswers } from '#app/fielding/answer/submit.ts';
import { randomToken } from '#app/fielding/secrets.ts';
import type { Services } from '#app/fielding/services.ts';
import { answeredNow } from '#surveys/response/answered-on.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { type AnswerForm, type QuestionError, validateAll } from '#surveys/response/validate-answers.ts';
import type { Locale } from '#surveys/text.ts';

interface SentSinglePage extends GivenCode, Sender {
  /** As typed, by question id. */
  readonly typed: AnswerForm;
  /** The key that the review was shown with; undefined before the review. */
  readonly submissionKey: string | undefined;
  /** `stay` shows the same again, in another language. */
  readonly direction: Direction;
  readonly locale: Locale;
}

/** What a post of the whole questionnaire leads to. */
export type SinglePageAnswered =
  /** The questions again, with what is wrong, if anything. */
  | { readonly kind: 'questions'; readonly errors: readonly QuestionError[] }
  | { readonly kind: 'review'; readonly answers: Answers; readonly submissionKey: string }
  | Exclude<CodeEntry, { kind: 'ready' }>
  | Submitted;

/**
 * Takes all answers in one post, with the code where the round asks for one: with a submission key they are
 * accepted, without one they are given back for review.
 */
export async function answerSinglePage(
  services: Services,
  input: SentSinglePage,
): Promise<SinglePageAnswered> {
  const { round, typed, submissionKey, direction } = input;
  const checked = validateAll(round.questionnaire, typed, answeredNow(services.now().toISOString()));
  const isReviewAgain = direction === 'stay' && submissionKey !== undefined;
  if (!checked.ok) return { kind: 'questions', errors: direction === 'stay' ? [] : checked.errors };
  const { answers } = checked;
  if (isReviewAgain) return { kind: 'review', answers, submissionKey };
  if (direction !== 'next') return { kind: 'questions', errors: [] };
  const code = await takeCode(services, input);
  if (code.kind !== 'ready' && code.kind !== 'none') return code;
  if (submissionKey === undefined) return { kind: 'review', answers, submissionKey: randomToken() };
  const { locale, device, clientIp } = input;
  const codeToken = code.kind === 'ready' ? { codeToken: code.token } : {};
  return submitAnswers(services, { round, submissionKey, answers, locale, device, clientIp, ...codeToken });
}

/** A code that comes with a submission key is judged at acceptance, where a repetition is told from a second use. */
async function takeCode(
  services: Services,
  input: SentSinglePage,
): Promise<CodeEntry | { readonly kind: 'none' }> {
  if (input.round.access === 'open') return { kind: 'none' };
  return input.submissionKey === undefined ? enterCode(services, input) : readCode(services, input);
}
