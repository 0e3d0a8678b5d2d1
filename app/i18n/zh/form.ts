import type { FormWords } from '#app/i18n/ja/form.ts';

/** Words around form fields in Chinese. */
export const formWords: FormWords = {
  required: '必填',
  optional: '选填',
  error: '错误：',
  notApplicable: '不适用',
  chooseMany: '请选择所有符合的选项。',
  chooseUpTo: (n) => `最多可选${n}项。`,
  numberRange: (min, max) => `请用${min}到${max}之间的数字回答。`,
  maxLength: (n) => `最多${n}个字`,
  remainingLength: (n) => `还可以写${n}个字。`,
  excessLength: (n) => `超出了${n}个字。`,
  questionNumber: (n) => `第${n}题`,
};
