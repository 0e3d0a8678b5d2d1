import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/ne/answer.ts';
import { answerErrorMessage } from '#app/i18n/ne/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/ne/code.ts';
import { errorTexts } from '#app/i18n/ne/errors.ts';
import { kioskWords } from '#app/i18n/ne/kiosk.ts';

const dayFormat = new Intl.DateTimeFormat('ne-NP-u-nu-latn', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

export const nepali: ResidentWords = {
  locale: 'ne',
  answer: answerWords,
  code: codeWords,
  errors: errorTexts,
  form: {
    required: 'अनिवार्य',
    optional: 'ऐच्छिक',
    error: 'त्रुटि:',
    notApplicable: 'लागू हुँदैन',
    chooseMany: 'मिल्ने जति सबै छान्नुहोस्।',
    chooseUpTo: (n) => `${n} वटासम्म छान्न सकिन्छ।`,
    numberRange: (min, max) => `${min} देखि ${max} सम्मको सङ्ख्यामा जवाफ दिनुहोस्।`,
    date: {
      year: 'वर्ष',
      month: 'महिना',
      day: 'दिन',
      example: (day) => `उदाहरण: ${day}`,
      range: (earliest = '', latest = '') =>
        `${[earliest && `${earliest} देखि`, latest && `${latest} सम्म`].filter(Boolean).join(' ')}को मिति लेख्नुहोस्।`,
    },
    maxLength: (n) => `${n} अक्षरसम्म।`,
    remainingLength: (n) => `अझै ${n} अक्षर लेख्न सकिन्छ।`,
    excessLength: (n) => `${n} अक्षर बढी भयो।`,
    questionNumber: (n) => `प्रश्न ${n}`,
  },
  frame: {
    demo: 'डेमो',
    demoMessage: (ward) => `यो चलाएर हेर्नका लागि बनाइएको पृष्ठ हो। ${ward}को वास्तविक सर्वेक्षण वा नतिजा होइन।`,
    untitled: 'बासिन्दा सर्वेक्षण',
  },
  kiosk: kioskWords,
  letterLine: 'नेपालीमा जवाफ दिन सकिन्छ: फोनले QR कोड स्क्यान गर्नुहोस् र पृष्ठको माथि “नेपाली” छान्नुहोस्।',
  startTerms: {
    voluntary: 'जवाफ नदिएमा',
    contact: 'सम्पर्क',
    more: 'अरूको सट्टा जवाफ, दोहोरिएको जवाफ, जवाफ राखिने अवधि',
    keptUntil: (day) =>
      `प्रत्येक जवाफ ${dayFormat.format(new Date(`${day}T12:00:00+09:00`))} सम्म राखिन्छ र त्यसपछि मेटाइन्छ।`,
  },
  answerErrorMessage,
  codeProblemMessage,
};
