import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { formatDay } from '#surveys/questionnaire/kinds/date/calendar-day.ts';

const missingPart = { year: 'वर्ष पनि लेख्नुहोस्।', month: 'महिना पनि लेख्नुहोस्।', day: 'दिन पनि लेख्नुहोस्।' } as const;

/** What is wrong with an answer and what to do, in Nepali. */
export function answerErrorMessage(error: AnswerError): string {
  switch (error.code) {
    case 'required':
      return 'जवाफ छान्नुहोस् वा लेख्नुहोस्।';
    case 'more_than_one':
      return 'एउटा मात्र छान्नुहोस्।';
    case 'unknown_option':
      return 'विकल्पमा नभएको जवाफ पठाइयो। फेरि छान्नुहोस्।';
    case 'too_many_choices':
      return `बढीमा ${error.max} वटा मात्र छान्नुहोस्।`;
    case 'exclusive_combined':
      return 'अरू विकल्पसँगै छान्न नमिल्ने विकल्प छानिएको छ। दुईमध्ये एउटा हटाउनुहोस्।';
    case 'not_a_number':
      return 'अङ्ग्रेजी अङ्क (0–9) मा लेख्नुहोस्।';
    case 'not_an_integer':
      return 'दशमलव नभएको पूर्ण सङ्ख्या लेख्नुहोस्।';
    case 'below_minimum':
      return `${error.min} वा सोभन्दा ठूलो सङ्ख्या लेख्नुहोस्।`;
    case 'above_maximum':
      return `${error.max} वा सोभन्दा सानो सङ्ख्या लेख्नुहोस्।`;
    case 'not_a_date':
      return 'सही मिति लेख्नुहोस्: वर्ष चार अङ्कको ईस्वी संवत्मा, महिना र दिन अङ्कमा।';
    case 'incomplete_date':
      return missingPart[error.missing];
    case 'before_earliest':
      return `${formatDay(error.earliest, 'ne')} वा सोभन्दा पछिको मिति लेख्नुहोस्।`;
    case 'after_latest':
      return `${formatDay(error.latest, 'ne')} वा सोभन्दा अघिको मिति लेख्नुहोस्।`;
    case 'too_long':
      return `बढीमा ${error.max} अक्षर लेख्नुहोस् (अहिले ${error.length} अक्षर छ)।`;
    case 'not_text':
      return 'प्रयोग गर्न नमिल्ने अक्षर परेको छ। फेरि लेख्नुहोस्।';
  }
}
