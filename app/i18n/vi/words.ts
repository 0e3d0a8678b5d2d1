import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/vi/answer.ts';
import { answerErrorMessage } from '#app/i18n/vi/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/vi/code.ts';
import { errorTexts } from '#app/i18n/vi/errors.ts';
import { formWords } from '#app/i18n/vi/form.ts';
import { frameWords } from '#app/i18n/vi/frame.ts';
import { kioskWords } from '#app/i18n/vi/kiosk.ts';
import { letterLine } from '#app/i18n/vi/letter.ts';
import { startTermsWords } from '#app/i18n/vi/start-terms.ts';

export const vietnamese: ResidentWords = {
  locale: 'vi',
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
