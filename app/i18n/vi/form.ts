import type { FormWords } from '#app/i18n/ja/form.ts';

/** Words around form fields in Vietnamese. */
export const formWords: FormWords = {
  required: 'bắt buộc',
  optional: 'không bắt buộc',
  error: 'Lỗi:',
  notApplicable: 'Không áp dụng',
  chooseMany: 'Xin chọn tất cả các mục phù hợp.',
  chooseUpTo: (n) => `Có thể chọn tối đa ${n} mục.`,
  numberRange: (min, max) => `Xin trả lời bằng số từ ${min} đến ${max}.`,
  maxLength: (n) => `Tối đa ${n} ký tự.`,
  remainingLength: (n) => `Còn viết được ${n} ký tự.`,
  excessLength: (n) => `Thừa ${n} ký tự.`,
  questionNumber: (n) => `Câu ${n}.`,
};
