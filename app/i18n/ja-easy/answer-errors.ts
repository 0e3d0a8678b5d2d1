import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { formatDay } from '#surveys/questionnaire/kinds/date/calendar-day.ts';

const missingPart = {
  year: '年《ねん》も 書《か》いてください。',
  month: '月《つき》も 書《か》いてください。',
  day: '日《ひ》も 書《か》いてください。',
} as const;

/** What is wrong with an answer and what to do, in easy Japanese. */
export function answerErrorMessage(error: AnswerError): string {
  switch (error.code) {
    case 'required':
      return '答《こた》えを 選《えら》んでください。または、書《か》いてください。';
    case 'more_than_one':
      return '1つだけ 選《えら》んでください。';
    case 'unknown_option':
      return 'ここに ない 答《こた》えが 届《とど》きました。もう 一度《いちど》 選《えら》んでください。';
    case 'too_many_choices':
      return `${error.max}こまでに してください。`;
    case 'exclusive_combined':
      return 'ほかの 答《こた》えと いっしょに 選《えら》べない 答《こた》えが あります。どちらかを 外《はず》してください。';
    case 'not_a_number':
      return '数字《すうじ》を 書《か》いてください。';
    case 'not_an_integer':
      return '1.5のような 小数《しょうすう》は 使《つか》えません。整数《せいすう》（0、1、2のような 数《かず》）を 書《か》いてください。';
    case 'below_minimum':
      return `${error.min}以上《いじょう》の 数《かず》を 書《か》いてください。`;
    case 'above_maximum':
      return `${error.max}以下《いか》の 数《かず》を 書《か》いてください。`;
    case 'not_a_date':
      return 'この日《ひ》は カレンダーに ありません。年《ねん》、月《つき》、日《ひ》を もう一度《いちど》 見《み》てください。';
    case 'incomplete_date':
      return missingPart[error.missing];
    case 'before_earliest':
      return `${formatDay(error.earliest, 'ja-easy')}か、その後《あと》の 日《ひ》を 書《か》いてください。`;
    case 'after_latest':
      return `${formatDay(error.latest, 'ja-easy')}か、その前《まえ》の 日《ひ》を 書《か》いてください。`;
    case 'too_long':
      return `${error.max}文字《もじ》までに してください（今《いま》は ${error.length}文字《もじ》です）。`;
    case 'not_text':
      return '使《つか》えない 文字《もじ》が あります。もう 一度《いちど》 書《か》いてください。';
  }
}
