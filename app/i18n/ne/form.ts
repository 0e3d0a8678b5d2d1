import type { FormWords } from '#app/i18n/ja/form.ts';

/** Words around form fields in Nepali. */
export const formWords: FormWords = {
  required: 'अनिवार्य',
  optional: 'ऐच्छिक',
  error: 'त्रुटि:',
  notApplicable: 'लागू हुँदैन',
  chooseMany: 'मिल्ने जति सबै छान्नुहोस्।',
  chooseUpTo: (n) => `${n} वटासम्म छान्न सकिन्छ।`,
  numberRange: (min, max) => `${min} देखि ${max} सम्मको सङ्ख्यामा जवाफ दिनुहोस्।`,
  maxLength: (n) => `${n} अक्षरसम्म।`,
  remainingLength: (n) => `अझै ${n} अक्षर लेख्न सकिन्छ।`,
  excessLength: (n) => `${n} अक्षर बढी भयो।`,
  questionNumber: (n) => `प्रश्न ${n}`,
};
