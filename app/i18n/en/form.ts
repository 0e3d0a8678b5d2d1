import type { FormWords } from '#app/i18n/ja/form.ts';

/** Words around form fields in English. */
export const formWords: FormWords = {
  required: 'required',
  optional: 'optional',
  error: 'Error:',
  notApplicable: 'Not applicable',
  chooseMany: 'Choose all that apply.',
  chooseUpTo: (n) => `Choose up to ${n}.`,
  numberRange: (min, max) => `Answer with a number from ${min} to ${max}.`,
  maxLength: (n) => `Up to ${n} characters`,
  remainingLength: (n) => `${n} characters left.`,
  excessLength: (n) => `${n} characters too many.`,
  questionNumber: (n) => `${n}.`,
};
