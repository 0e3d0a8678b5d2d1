import { answerWords } from '#app/i18n/en/answer.ts';
import { answerErrorMessage } from '#app/i18n/en/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/en/code.ts';
import { errorTexts } from '#app/i18n/en/errors.ts';
import { formWords } from '#app/i18n/en/form.ts';
import { frameWords } from '#app/i18n/en/frame.ts';
import { kioskWords } from '#app/i18n/en/kiosk.ts';
import { letterLine } from '#app/i18n/en/letter.ts';
import { startTermsWords } from '#app/i18n/en/start-terms.ts';
import type { ResidentWords } from '#app/i18n/ja/words.ts';

export const english: ResidentWords = {
  locale: 'en',
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
