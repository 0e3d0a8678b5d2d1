import type { FrameWords } from '#app/i18n/ja/frame.ts';

export const frameWords: FrameWords = {
  demo: 'Demo',
  demoMessage: 'This is for trying things out. It is not a real survey or result of Konohana Ward.',
  untitled: 'Residents’ survey',
};
