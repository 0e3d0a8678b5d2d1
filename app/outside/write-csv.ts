import { type Options, stringify } from 'csv-stringify/sync';

/** Rows of cells: numbers stay numbers, everything else is text. */
export type CsvRows = readonly (readonly (string | number)[])[];

interface CsvStyle {
  /** Whether every cell stands in quotation marks, not only those that need them. */
  readonly isAllQuoted?: boolean;
}

/**
 * Rows as a CSV file that Excel in Japan opens by a double click: UTF-8 with a byte order mark, CRLF. A text that a
 * spreadsheet would take for a formula (=, +, -, @, their full-width forms, tab or CR first) gets an apostrophe before it.
 */
export const writeCsv = (rows: CsvRows, style: CsvStyle = {}): string =>
  stringify([...rows], optionsOf(style, true));

/** The same in pieces, each as soon as its rows are there: a long file never stands in memory at once. */
export async function* streamCsv(
  pieces: AsyncIterable<CsvRows>,
  style: CsvStyle = {},
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const rows of pieces) {
    yield stringify([...rows], optionsOf(style, isFirst));
    isFirst = false;
  }
}

const optionsOf = ({ isAllQuoted = false }: CsvStyle, hasMark: boolean): Options => ({
  bom: hasMark,
  record_delimiter: 'windows',
  quote_record_delimiter: true,
  escape_formulas: true,
  quoted: isAllQuoted,
  quoted_empty: isAllQuoted,
});
