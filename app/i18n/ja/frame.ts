/** Words around every resident's page; each locale brings its own. */
export interface FrameWords {
  readonly demo: string;
  /** @param ward what the ward is called in this language */
  readonly demoMessage: (ward: string) => string;
  /** Title of a page that could not be loaded. */
  readonly untitled: string;
}

export const frameWords: FrameWords = {
  demo: 'デモ',
  demoMessage: (ward) => `これは動作を試すための画面です。${ward}の実際の調査や結果ではありません。`,
  untitled: '住民アンケート',
};
