import * as enAnswer from '#app/i18n/en/answer.ts';
import * as enAnswerErrors from '#app/i18n/en/answer-errors.ts';
import * as enCode from '#app/i18n/en/code.ts';
import * as enErrors from '#app/i18n/en/errors.ts';
import * as enForm from '#app/i18n/en/form.ts';
import * as enFrame from '#app/i18n/en/frame.ts';
import * as enStartTerms from '#app/i18n/en/start-terms.ts';
import * as jaAnswer from '#app/i18n/ja/answer.ts';
import * as jaAnswerErrors from '#app/i18n/ja/answer-errors.ts';
import * as jaCode from '#app/i18n/ja/code.ts';
import * as jaErrors from '#app/i18n/ja/errors.ts';
import * as jaForm from '#app/i18n/ja/form.ts';
import * as jaFrame from '#app/i18n/ja/frame.ts';
import * as jaStartTerms from '#app/i18n/ja/start-terms.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import type { AnswerError } from '#surveys/questionnaire/questions/answer-error.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';
import type { Locale } from '#surveys/text.ts';

/** Every word of the residents' pages that does not come with the round, in one language. */
export interface ResidentWords {
  readonly locale: Locale;
  readonly answer: jaAnswer.AnswerWords;
  readonly code: jaCode.CodeWords;
  readonly errorFrame: jaErrors.ErrorFrameWords;
  readonly fault: jaErrors.ErrorWords;
  readonly form: jaForm.FormWords;
  readonly frame: jaFrame.FrameWords;
  readonly startTerms: jaStartTerms.StartTermsWords;
  readonly answerErrorMessage: (error: AnswerError) => string;
  readonly codeProblemMessage: (problem: CodeProblem) => string;
  readonly errorWords: (status: number, topic: string) => jaErrors.ErrorWords;
}

const japanese: ResidentWords = {
  locale: 'ja',
  answer: jaAnswer.answerWords,
  code: jaCode.codeWords,
  errorFrame: jaErrors.errorFrameWords,
  fault: jaErrors.faultWords,
  form: jaForm.formWords,
  frame: jaFrame.frameWords,
  startTerms: jaStartTerms.startTermsWords,
  answerErrorMessage: jaAnswerErrors.answerErrorMessage,
  codeProblemMessage: jaCode.codeProblemMessage,
  errorWords: jaErrors.errorWords,
};

const english: ResidentWords = {
  locale: 'en',
  answer: enAnswer.answerWords,
  code: enCode.codeWords,
  errorFrame: enErrors.errorFrameWords,
  fault: enErrors.faultWords,
  form: enForm.formWords,
  frame: enFrame.frameWords,
  startTerms: enStartTerms.startTermsWords,
  answerErrorMessage: enAnswerErrors.answerErrorMessage,
  codeProblemMessage: enCode.codeProblemMessage,
  errorWords: enErrors.errorWords,
};

const byLocale: ReadonlyMap<Locale, ResidentWords> = new Map(
  [japanese, english].map((words) => [words.locale, words]),
);

/** The languages that there are words in, Japanese first. */
export const wordedLocales: readonly Locale[] = [...byLocale.keys()];

/** The words of a language; those of Japanese where there are none yet. */
export const wordsOf = (locale: Locale): ResidentWords => byLocale.get(locale) ?? japanese;

/** The languages residents may choose: those the questionnaire is wholly written in, and Koebako, too. */
export const offeredLocales = (
  questionnaire: Pick<Questionnaire, 'title' | 'purpose' | 'pages'>,
): readonly Locale[] => availableLocales(questionnaire).filter((locale) => byLocale.has(locale));
