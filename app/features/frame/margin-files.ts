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

/** A file to fill in: the header, and one row per category with its count left empty. */
export function sampleCsv(
  file: MarginFile,
  { dimensions }: MarginDimensions,
  labelOf: (dimension: string, code: string) => string,
): string {
  const used = file.by.map((name) => dimensions.find(({ dimension }) => dimension === name));
  let rows: string[][] = [[]];
  for (const dimension of used) {
    const codes = [...new Set(dimension?.codes.values())];
    rows = rows.flatMap((row) => codes.map((code) => [...row, labelOf(dimension?.dimension ?? '', code)]));
  }
  const header = [...used.map((dimension) => dimension?.headers[0] ?? ''), '人口'];
  return toCsv([header, ...rows.map((row) => [...row, ''])]);
}

/** The same for strata: two made-up names show the form. */
export const sampleStrataCsv = () =>
  toCsv([
    ['層', '人口', '発送数'],
    ['東部', '', ''],
    ['西部', '', ''],
  ]);

/**
 * With a byte order mark: Excel takes the file for Shift_JIS otherwise. The wave dash is written as the
 * full-width tilde, which survives when Windows saves the file as Shift_JIS.
 */
const toCsv = (rows: readonly (readonly string[])[]) =>
  `\uFEFF${rows.map((cells) => `${cells.map(quote).join(',')}\r\n`).join('')}`.replaceAll('〜', '～');

const quote = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
