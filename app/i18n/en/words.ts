import { answerWords } from '#app/i18n/en/answer.ts';
import { answerErrorMessage } from '#app/i18n/en/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/en/code.ts';
import { errorTexts } from '#app/i18n/en/errors.ts';
import { kioskWords } from '#app/i18n/en/kiosk.ts';
import type { ResidentWords } from '#app/i18n/ja/words.ts';

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

export const english: ResidentWords = {
  locale: 'en',
  answer: answerWords,
  code: codeWords,
  errors: errorTexts,
  form: {
    required: 'required',
    optional: 'optional',
    error: 'Error:',
    notApplicable: 'Not applicable',
    chooseMany: 'Choose all that apply.',
    chooseUpTo: (n) => `Choose up to ${n}.`,
    numberRange: (min, max) => `Answer with a number from ${min} to ${max}.`,
    date: {
      year: 'Year',
      month: 'Month',
      day: 'Day',
      example: (day) => `Example: ${day}`,
      range: (earliest = '', latest = '') =>
        `Give a day${earliest && ` from ${earliest}`}${latest && ` up to ${latest}`}.`,
    },
    maxLength: (n) => `Up to ${n} characters`,
    remainingLength: (n) => `${n} characters left.`,
    excessLength: (n) => `${n} characters too many.`,
    questionNumber: (n) => `${n}.`,
  },
  frame: {
    demo: 'Demo',
    demoMessage: (ward) => `This is for trying things out. It is not a real survey or result of ${ward}.`,
    untitled: 'Residents’ survey',
  },
  kiosk: kioskWords,
  letterLine:
    'You can answer in English: scan the QR code with your phone and choose “English” at the top of the page.',
  startTerms: {
    voluntary: 'If you do not answer',
    contact: 'Contact',
    more: 'Answering for somebody else, answering twice, how long answers are kept',
    keptUntil: (day) =>
      `Single responses are kept until ${dayFormat.format(new Date(`${day}T12:00:00+09:00`))} and then deleted.`,
  },
  answerErrorMessage,
  codeProblemMessage,
};
