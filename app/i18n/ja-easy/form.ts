import type { FormWords } from '#app/i18n/ja/form.ts';

/** Words around form fields in easy Japanese. */
export const formWords: FormWords = {
  required: '答《こた》えが 必要《ひつよう》です',
  optional: '答《こた》えなくても いいです',
  error: 'エラー:',
  notApplicable: 'あてはまりません',
  chooseMany: 'あてはまる ものを 全部《ぜんぶ》 選《えら》んでください。',
  chooseUpTo: (n) => `${n}こまで 選《えら》べます。`,
  numberRange: (min, max) => `${min}から ${max}までの 数《かず》で 答《こた》えてください。`,
  maxLength: (n) => `${n}文字《もじ》まで`,
  remainingLength: (n) => `あと ${n}文字《もじ》 書《か》けます。`,
  excessLength: (n) => `${n}文字《もじ》 多《おお》すぎます。`,
  questionNumber: (n) => `質問《しつもん》${n}`,
};
