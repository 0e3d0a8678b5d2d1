import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/ko/answer.ts';
import { answerErrorMessage } from '#app/i18n/ko/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/ko/code.ts';
import { errorTexts } from '#app/i18n/ko/errors.ts';
import { formWords } from '#app/i18n/ko/form.ts';
import { frameWords } from '#app/i18n/ko/frame.ts';
import { kioskWords } from '#app/i18n/ko/kiosk.ts';
import { letterLine } from '#app/i18n/ko/letter.ts';
import { startTermsWords } from '#app/i18n/ko/start-terms.ts';

export const korean: ResidentWords = {
  locale: 'ko',
  answer: answerWords,
  code: codeWords,
  errors: errorTexts,
  form: formWords,
  frame: frameWords,
  kiosk: kioskWords,
  letterLine,
  startTerms: startTermsWords,
  answerErrorMessage,
  codeProblemMessage,
};
