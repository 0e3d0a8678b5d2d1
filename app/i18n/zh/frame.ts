import type { FrameWords } from '#app/i18n/ja/frame.ts';

export const frameWords: FrameWords = {
  demo: '演示',
  demoMessage: '这是供试用的页面，不是此花区实际的调查或结果。',
  untitled: '居民问卷调查',
};
