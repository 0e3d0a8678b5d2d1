import { labelIn, listCategoryLabels } from '#app/features/frame/category-labels.ts';
import { type CsvRows, writeCsv } from '#app/outside/write-csv.ts';
import { listMarginDimensions, type MarginDimensions } from '#surveys/round/margin-dimensions.ts';
import { listMarginTables, type MarginTable } from '#surveys/round/population-files.ts';
import type { Round } from '#surveys/round/round.ts';

/** Two made-up names show the form. */
const strataRows = [
  ['層', '人口', '発送数'],
  ['東部', '', ''],
  ['西部', '', ''],
];

/** The CSV file to fill in for a table of the frame; undefined for a name that the round has no table of. */
export function loadFrameSample({ questionnaire }: Round, name: string | undefined): string | undefined {
  if (name === 'strata') return writeCsv(strataRows);
  const dimensions = listMarginDimensions(questionnaire);
  const table = listMarginTables(questionnaire).find((candidate) => candidate.name === name);
  return table && writeCsv(listSampleRows(table, dimensions, labelIn(listCategoryLabels(questionnaire))));
}

/** The header, and one row per category with its count left empty. */
function listSampleRows(
  table: MarginTable,
  { dimensions }: MarginDimensions,
  labelOf: (dimension: string, code: string) => string,
): CsvRows {
  const used = table.by.map((name) => dimensions.find(({ dimension }) => dimension === name));
  let rows: string[][] = [[]];
  for (const dimension of used) {
    const codes = [...new Set(dimension?.codes.values())];
    rows = rows.flatMap((row) => codes.map((code) => [...row, labelOf(dimension?.dimension ?? '', code)]));
  }
  const header = [...used.map((dimension) => dimension?.headers[0] ?? ''), '人口'];
  // A wave dash survives as the full-width tilde when Windows saves the file as Shift_JIS.
  return [header, ...rows.map((row) => [...row, ''])].map((row) =>
    row.map((cell) => cell.replaceAll('〜', '～')),
  );
}
