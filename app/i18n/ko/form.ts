import type { FormWords } from '#app/i18n/ja/form.ts';

/** Words around form fields in Korean. */
export const formWords: FormWords = {
  required: '필수',
  optional: '선택 사항',
  error: '오류:',
  notApplicable: '해당 없음',
  chooseMany: '해당하는 것을 모두 선택해 주십시오.',
  chooseUpTo: (n) => `${n}개까지 선택하실 수 있습니다.`,
  numberRange: (min, max) => `${min}부터 ${max}까지의 수로 응답해 주십시오.`,
  maxLength: (n) => `${n}글자까지`,
  remainingLength: (n) => `앞으로 ${n}글자 더 쓰실 수 있습니다.`,
  excessLength: (n) => `정해진 길이보다 ${n}글자 많습니다.`,
  questionNumber: (n) => `질문 ${n}.`,
};
