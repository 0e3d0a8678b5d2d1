import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { formatDay } from '#surveys/questionnaire/kinds/date/calendar-day.ts';

const missingPart = { year: '请同时填写年份。', month: '请同时填写月份。', day: '请同时填写日期。' } as const;

/** What is wrong with an answer and what to do, in Chinese. */
export function answerErrorMessage(error: AnswerError): string {
  switch (error.code) {
    case 'required':
      return '请选择或填写回答。';
    case 'more_than_one':
      return '请只选择1项。';
    case 'unknown_option':
      return '提交的回答不在选项之中。请重新选择。';
    case 'too_many_choices':
      return `请最多选择${error.max}项。`;
    case 'exclusive_combined':
      return '您选择的选项中，有的不能与其他选项同时选择。请取消其中一方。';
    case 'not_a_number':
      return '请填写数字。';
    case 'not_an_integer':
      return '请填写不带小数的整数。';
    case 'below_minimum':
      return `请填写${error.min}或更大的数字。`;
    case 'above_maximum':
      return `请填写${error.max}或更小的数字。`;
    case 'not_a_date':
      return '请填写正确的日期。年份为4位公历年份，月和日为数字。';
    case 'incomplete_date':
      return missingPart[error.missing];
    case 'before_earliest':
      return `请填写${formatDay(error.earliest, 'zh')}或之后的日期。`;
    case 'after_latest':
      return `请填写${formatDay(error.latest, 'zh')}或之前的日期。`;
    case 'too_long':
      return `请控制在${error.max}个字以内（现在是${error.length}个字）。`;
    case 'not_text':
      return '含有不能使用的字符。请重新填写。';
  }
}
