import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { formatDay } from '#surveys/questionnaire/kinds/date/calendar-day.ts';

const missingPart = {
  year: 'Please give the year, too.',
  month: 'Please give the month, too.',
  day: 'Please give the day, too.',
} as const;

/** What is wrong with an answer and what to do, in English. */
export function answerErrorMessage(error: AnswerError): string {
  switch (error.code) {
    case 'required':
      return 'Please choose or write an answer.';
    case 'more_than_one':
      return 'Please choose one only.';
    case 'unknown_option':
      return 'This answer is not one of the choices. Please choose again.';
    case 'too_many_choices':
      return `Please choose ${error.max} at most.`;
    case 'exclusive_combined':
      return 'One of your choices cannot stand together with another. Please remove one.';
    case 'not_a_number':
      return 'Please write a number.';
    case 'not_an_integer':
      return 'Please write a whole number.';
    case 'below_minimum':
      return `Please write ${error.min} or more.`;
    case 'above_maximum':
      return `Please write ${error.max} or less.`;
    case 'not_a_date':
      return 'Please give a real date: the year with four digits, month and day as numbers.';
    case 'incomplete_date':
      return missingPart[error.missing];
    case 'before_earliest':
      return `Please give ${formatDay(error.earliest, 'en')} or a later day.`;
    case 'after_latest':
      return `Please give ${formatDay(error.latest, 'en')} or an earlier day.`;
    case 'too_long':
      return `Please write ${error.max} characters at most (now ${error.length}).`;
    case 'not_text':
      return 'Some characters cannot be used. Please write it again.';
  }
}
