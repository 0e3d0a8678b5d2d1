import type { FrameMargin } from '#surveys/round/frame.ts';
import type { MarginDimensions } from '#surveys/round/margin-dimensions.ts';

export interface MarginFile {
  /** Name of the form's field and of the sample file. */
  readonly name: string;
  readonly by: FrameMargin['by'];
  readonly label: string;
}

/** Population tables that wards keep, as the page asks for them. */
const marginFiles: readonly MarginFile[] = [
  { name: 'sex-age', by: ['sex', 'age'], label: '性別×年齢の人口' },
  { name: 'age-area', by: ['age', 'area'], label: '年齢×地域の人口' },
  { name: 'area', by: ['area'], label: '地域の人口' },
];

export const strataFile = { name: 'strata', label: '層の人口と発送数(層化抽出のとき)' } as const;

/** The tables that a questionnaire's profile questions can use. */
export const listMarginFiles = ({ dimensions }: MarginDimensions): readonly MarginFile[] =>
  marginFiles.filter(({ by }) => by.every((name) => dimensions.some(({ dimension }) => dimension === name)));
