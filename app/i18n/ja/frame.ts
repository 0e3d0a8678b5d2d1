/** Words around every resident's page; each locale brings its own. */
export interface FrameWords {
  readonly demo: string;
  readonly demoMessage: string;
  /** Title of a page that could not be loaded. */
  readonly untitled: string;
}

export const frameWords: FrameWords = {
  demo: 'デモ',
  demoMessage: 'これは動作を試すための画面です。此花区の実際の調査や結果ではありません。',
  untitled: '住民アンケート',
};
