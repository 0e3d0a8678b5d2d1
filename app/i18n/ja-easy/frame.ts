import type { FrameWords } from '#app/i18n/ja/frame.ts';

export const frameWords: FrameWords = {
  demo: 'デモ',
  demoMessage:
    'これは 試《ため》す ための 画面《がめん》です。此花区《このはなく》の 本当《ほんとう》の アンケートや 結果《けっか》では ありません。',
  untitled: '住民《じゅうみん》アンケート',
};
