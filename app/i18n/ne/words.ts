import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/ne/answer.ts';
import { answerErrorMessage } from '#app/i18n/ne/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/ne/code.ts';
import { errorTexts } from '#app/i18n/ne/errors.ts';
import { formWords } from '#app/i18n/ne/form.ts';
import { frameWords } from '#app/i18n/ne/frame.ts';
import { kioskWords } from '#app/i18n/ne/kiosk.ts';
import { letterLine } from '#app/i18n/ne/letter.ts';
import { startTermsWords } from '#app/i18n/ne/start-terms.ts';

export const nepali: ResidentWords = {
  locale: 'ne',
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
