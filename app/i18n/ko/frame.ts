import type { FrameWords } from '#app/i18n/ja/frame.ts';

export const frameWords: FrameWords = {
  demo: '시험용',
  demoMessage: '이것은 동작을 시험해 보기 위한 화면입니다. 고노하나구의 실제 조사나 결과가 아닙니다.',
  untitled: '주민 설문조사',
};
