import { type AnswerWords, answerWords } from '#app/i18n/ja/answer.ts';
import { answerErrorMessage } from '#app/i18n/ja/answer-errors.ts';
import { type CodeWords, codeProblemMessage, codeWords } from '#app/i18n/ja/code.ts';
import { type ErrorTexts, errorTexts } from '#app/i18n/ja/errors.ts';
import { type FormWords, formWords } from '#app/i18n/ja/form.ts';
import { type FrameWords, frameWords } from '#app/i18n/ja/frame.ts';
import { type KioskWords, kioskWords } from '#app/i18n/ja/kiosk.ts';
import { type StartTermsWords, startTermsWords } from '#app/i18n/ja/start-terms.ts';
import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';
import type { Locale } from '#surveys/text.ts';

/** Every word of the residents' pages and of the tablet that does not come with the round, in one language. */
export interface ResidentWords {
  readonly locale: Locale;
  readonly answer: AnswerWords;
  readonly code: CodeWords;
  readonly errors: ErrorTexts;
  readonly form: FormWords;
  readonly frame: FrameWords;
  readonly kiosk: KioskWords;
  /** What a letter, which is in Japanese, says to those who read this language; null for Japanese itself. */
  readonly letterLine: string | null;
  readonly startTerms: StartTermsWords;
  readonly answerErrorMessage: (error: AnswerError) => string;
  readonly codeProblemMessage: (problem: CodeProblem) => string;
}

export const japanese: ResidentWords = {
  locale: 'ja',
  answer: answerWords,
  code: codeWords,
  errors: errorTexts,
  form: formWords,
  frame: frameWords,
  kiosk: kioskWords,
  letterLine: null,
  startTerms: startTermsWords,
  answerErrorMessage,
  codeProblemMessage,
};
