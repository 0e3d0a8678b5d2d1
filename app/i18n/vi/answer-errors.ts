import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { formatDay } from '#surveys/questionnaire/kinds/date/calendar-day.ts';

const missingPart = {
  year: 'Xin nhập cả năm.',
  month: 'Xin nhập cả tháng.',
  day: 'Xin nhập cả ngày.',
} as const;

/** What is wrong with an answer and what to do, in Vietnamese. */
export function answerErrorMessage(error: AnswerError): string {
  switch (error.code) {
    case 'required':
      return 'Xin chọn hoặc nhập câu trả lời.';
    case 'more_than_one':
      return 'Xin chỉ chọn 1 mục.';
    case 'unknown_option':
      return 'Câu trả lời đã gửi không có trong các mục lựa chọn. Xin chọn lại.';
    case 'too_many_choices':
      return `Xin chọn tối đa ${error.max} mục.`;
    case 'exclusive_combined':
      return 'Có mục không thể chọn cùng với các mục khác. Xin bỏ chọn một trong hai.';
    case 'not_a_number':
      return 'Xin nhập bằng chữ số.';
    case 'not_an_integer':
      return 'Xin nhập số nguyên, không có phần thập phân.';
    case 'below_minimum':
      return `Xin nhập số từ ${error.min} trở lên.`;
    case 'above_maximum':
      return `Xin nhập số từ ${error.max} trở xuống.`;
    case 'not_a_date':
      return 'Xin nhập ngày đúng: năm dương lịch gồm bốn chữ số, tháng và ngày bằng số.';
    case 'incomplete_date':
      return missingPart[error.missing];
    case 'before_earliest':
      return `Xin nhập ${formatDay(error.earliest, 'vi')} hoặc một ngày sau đó.`;
    case 'after_latest':
      return `Xin nhập ${formatDay(error.latest, 'vi')} hoặc một ngày trước đó.`;
    case 'too_long':
      return `Xin viết tối đa ${error.max} ký tự (hiện có ${error.length} ký tự).`;
    case 'not_text':
      return 'Có ký tự không dùng được. Xin nhập lại.';
  }
}
