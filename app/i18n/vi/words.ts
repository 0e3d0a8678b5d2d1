import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { answerWords } from '#app/i18n/vi/answer.ts';
import { answerErrorMessage } from '#app/i18n/vi/answer-errors.ts';
import { codeProblemMessage, codeWords } from '#app/i18n/vi/code.ts';
import { errorTexts } from '#app/i18n/vi/errors.ts';
import { kioskWords } from '#app/i18n/vi/kiosk.ts';

const dayFormat = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Tokyo',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** A day as Vietnamese letters write it, which no style of Intl does. */
function formatDay(day: Date): string {
  const part = new Map(dayFormat.formatToParts(day).map(({ type, value }) => [type, value]));
  return `ngày ${part.get('day')} tháng ${part.get('month')} năm ${part.get('year')}`;
}

export const vietnamese: ResidentWords = {
  locale: 'vi',
  answer: answerWords,
  code: codeWords,
  errors: errorTexts,
  form: {
    required: 'bắt buộc',
    optional: 'không bắt buộc',
    error: 'Lỗi:',
    notApplicable: 'Không áp dụng',
    chooseMany: 'Xin chọn tất cả các mục phù hợp.',
    chooseUpTo: (n) => `Có thể chọn tối đa ${n} mục.`,
    numberRange: (min, max) => `Xin trả lời bằng số từ ${min} đến ${max}.`,
    date: {
      year: 'Năm',
      month: 'Tháng',
      day: 'Ngày',
      example: (day) => `Ví dụ: ${day}`,
      range: (earliest = '', latest = '') =>
        `Xin nhập một ngày${earliest && ` từ ${earliest}`}${latest && ` đến ${latest}`}.`,
    },
    maxLength: (n) => `Tối đa ${n} ký tự.`,
    remainingLength: (n) => `Còn viết được ${n} ký tự.`,
    excessLength: (n) => `Thừa ${n} ký tự.`,
    questionNumber: (n) => `Câu ${n}.`,
  },
  frame: {
    demo: 'Bản dùng thử',
    demoMessage: (ward) => `Đây là màn hình để dùng thử, không phải khảo sát hay kết quả thật của ${ward}.`,
    untitled: 'Khảo sát người dân',
  },
  kiosk: kioskWords,
  letterLine:
    'Quý vị có thể trả lời bằng tiếng Việt: dùng điện thoại quét mã QR rồi chọn “Tiếng Việt” ở đầu trang.',
  startTerms: {
    voluntary: 'Nếu không trả lời',
    contact: 'Liên hệ',
    more: 'Trả lời thay, trả lời trùng và thời hạn lưu',
    keptUntil: (day) =>
      `Câu trả lời của từng phiếu được lưu đến ${formatDay(new Date(`${day}T12:00:00+09:00`))}, sau đó được xóa.`,
  },
  answerErrorMessage,
  codeProblemMessage,
};
