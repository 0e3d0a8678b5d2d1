import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { formatDay } from '#surveys/questionnaire/kinds/date/calendar-day.ts';

const missingPart = {
  year: '연도도 입력해 주십시오.',
  month: '월도 입력해 주십시오.',
  day: '일도 입력해 주십시오.',
} as const;

/** What is wrong with an answer and what to do, in Korean. */
export function answerErrorMessage(error: AnswerError): string {
  switch (error.code) {
    case 'required':
      return '응답을 선택하거나 입력해 주십시오.';
    case 'more_than_one':
      return '하나만 선택해 주십시오.';
    case 'unknown_option':
      return '선택지에 없는 응답이 제출되었습니다. 다시 선택해 주십시오.';
    case 'too_many_choices':
      return `${error.max}개까지만 선택해 주십시오.`;
    case 'exclusive_combined':
      return '다른 선택지와 함께 선택할 수 없는 항목이 있습니다. 어느 한쪽은 빼 주십시오.';
    case 'not_a_number':
      return '숫자로 입력해 주십시오.';
    case 'not_an_integer':
      return '소수점이 없는 정수로 입력해 주십시오.';
    case 'below_minimum':
      return `${error.min} 이상의 수를 입력해 주십시오.`;
    case 'above_maximum':
      return `${error.max} 이하의 수를 입력해 주십시오.`;
    case 'not_a_date':
      return '올바른 날짜를 입력해 주십시오. 연도는 서기 네 자리, 월과 일은 숫자입니다.';
    case 'incomplete_date':
      return missingPart[error.missing];
    case 'before_earliest':
      return `${formatDay(error.earliest, 'ko')} 또는 그 이후의 날짜를 입력해 주십시오.`;
    case 'after_latest':
      return `${formatDay(error.latest, 'ko')} 또는 그 이전의 날짜를 입력해 주십시오.`;
    case 'too_long':
      return `${error.max}글자 이내로 써 주십시오(현재 ${error.length}글자입니다).`;
    case 'not_text':
      return '사용할 수 없는 글자가 들어 있습니다. 다시 입력해 주십시오.';
  }
}
