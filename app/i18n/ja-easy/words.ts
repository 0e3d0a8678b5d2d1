import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/ja-easy/answer.ts';
import { answerErrorMessage } from '#app/i18n/ja-easy/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/ja-easy/code.ts';
import { errorTexts } from '#app/i18n/ja-easy/errors.ts';
import { formWords } from '#app/i18n/ja-easy/form.ts';
import { frameWords } from '#app/i18n/ja-easy/frame.ts';
import { kioskWords } from '#app/i18n/ja-easy/kiosk.ts';
import { letterLine } from '#app/i18n/ja-easy/letter.ts';
import { startTermsWords } from '#app/i18n/ja-easy/start-terms.ts';

export const easyJapanese: ResidentWords = {
  locale: 'ja-easy',
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
