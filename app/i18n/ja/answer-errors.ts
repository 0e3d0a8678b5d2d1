import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { formatDay } from '#surveys/questionnaire/kinds/date/calendar-day.ts';

const missingPart = {
  year: '年も入力してください。',
  month: '月も入力してください。',
  day: '日も入力してください。',
} as const;

/** What is wrong with an answer and what to do, in Japanese. */
export function answerErrorMessage(error: AnswerError): string {
  switch (error.code) {
    case 'required':
      return '回答を選ぶか、入力してください。';
    case 'more_than_one':
      return '1つだけ選んでください。';
    case 'unknown_option':
      return '選択肢にない回答が送られました。もう一度選んでください。';
    case 'too_many_choices':
      return `${error.max}つまでにしてください。`;
    case 'exclusive_combined':
      return 'ほかの選択肢と一緒には選べない項目があります。どちらかを外してください。';
    case 'not_a_number':
      return '数字で入力してください。';
    case 'not_an_integer':
      return '小数のない整数で入力してください。';
    case 'below_minimum':
      return `${error.min}以上の数で入力してください。`;
    case 'above_maximum':
      return `${error.max}以下の数で入力してください。`;
    case 'not_a_date':
      return '正しい日付を入力してください。年は4けたの西暦(または「令和8」など)、月と日は数字です。';
    case 'incomplete_date':
      return missingPart[error.missing];
    case 'before_earliest':
      return `${formatDay(error.earliest, 'ja')}か、それより後の日を入力してください。`;
    case 'after_latest':
      return `${formatDay(error.latest, 'ja')}か、それより前の日を入力してください。`;
    case 'too_long':
      return `${error.max}文字以内にしてください(いまは${error.length}文字です)。`;
    case 'not_text':
      return '使えない文字が含まれています。入力し直してください。';
  }
}
