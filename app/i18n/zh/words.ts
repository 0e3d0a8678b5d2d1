import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/zh/answer.ts';
import { answerErrorMessage } from '#app/i18n/zh/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/zh/code.ts';
import { errorTexts } from '#app/i18n/zh/errors.ts';
import { formWords } from '#app/i18n/zh/form.ts';
import { frameWords } from '#app/i18n/zh/frame.ts';
import { kioskWords } from '#app/i18n/zh/kiosk.ts';
import { letterLine } from '#app/i18n/zh/letter.ts';
import { startTermsWords } from '#app/i18n/zh/start-terms.ts';

export const chinese: ResidentWords = {
  locale: 'zh',
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
