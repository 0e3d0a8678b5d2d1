import iconv from 'iconv-lite';
import type { FrameMargin } from './frame.ts';
import { parseCsvTable } from './margins-csv-table.ts';
import { readTotalLabel, type TotalDisagreement } from './total-rows.ts';

/** A profile dimension as the file may write it: header texts, and answer code by code or label. */
export interface MarginDimension {
  readonly dimension: FrameMargin['by'][number];
  readonly headers: readonly string[];
  readonly codes: ReadonlyMap<string, string>;
}

export interface MarginsImport {
  readonly dimensions: readonly MarginDimension[];
  /** The margins to make, e.g. [['sex', 'age'], ['age', 'area']]. */
  readonly margins: readonly (readonly FrameMargin['by'][number][])[];
}

/** What is wrong with a file; lines count from 1, the header being line 1. */
export type MarginsCsvProblem =
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'missing-column'; readonly column: string; readonly accepted: readonly string[] }
  | {
      readonly kind: 'unknown-category';
      readonly line: number;
      readonly column: string;
      readonly value: string;
    }
  | { readonly kind: 'bad-count'; readonly line: number; readonly value: string }
  | { readonly kind: 'repeated-row'; readonly line: number; readonly firstLine: number }
  | { readonly kind: 'category-without-row'; readonly column: string; readonly category: string }
  | {
      readonly kind: 'totals-disagree';
      readonly line: number;
      /** What the row calls itself. */
      readonly label: string;
      readonly counted: TotalDisagreement<unknown>['counted'];
      readonly stated: number;
      readonly summed: number;
    }
  | {
      readonly kind: 'more-letters-than-people';
      readonly line: number;
      readonly stratum: string;
      readonly letters: number;
      readonly people: number;
    };

export type MarginsCsvResult =
  | {
      readonly ok: true;
      readonly encoding: 'utf-8' | 'shift_jis';
      readonly margins: readonly FrameMargin[];
      readonly total: number;
    }
  | { readonly ok: false; readonly problems: readonly MarginsCsvProblem[] };

const countHeaders = ['count', 'population', '人口', '人数', '総人口'];

/**
 * Reads population counts from a CSV file in UTF-8 or Shift_JIS: one row per combination of categories, one
 * column per dimension, one column of counts. Rows of totals (`readTotalLabel`) are checked and left out.
 *
 * All problems are reported together, in the order of the file. Counts may carry commas or full-width digits;
 * `-` is 0, as e-Stat writes it.
 */
export function importMarginsCsv(bytes: Uint8Array, request: MarginsImport): MarginsCsvResult {
  const decoded = decodeText(bytes);
  if (decoded === null) return { ok: false, problems: [{ kind: 'unreadable' }] };
  const [header, ...lines] = parseCsvTable(decoded.text);
  if (!header || lines.length === 0) return { ok: false, problems: [{ kind: 'empty' }] };
  const columns = findColumns(header, request);
  if (!columns.ok) return { ok: false, problems: columns.problems };
  const { rows, totals, problems } = readRows(lines, columns);
  problems.push(...findMissing(rows, request));
  problems.push(...checkStatedTotals(rows, totals));
  if (problems.length > 0) return { ok: false, problems };
  const margins = request.margins.map((by) => makeMargin(rows, by, request));
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return { ok: true, encoding: decoded.encoding, margins, total };
}

/** Text of a file: UTF-8 when its bytes are valid, else Shift_JIS; null when they are neither. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: 'utf-8' | 'shift_jis' } | null {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    const text = iconv.decode(Buffer.from(bytes), 'Shift_JIS');
    return text.includes('\uFFFD') ? null : { text, encoding: 'shift_jis' };
  }
}

interface Columns {
  readonly ok: true;
  readonly count: number;
  readonly dimensions: readonly (MarginDimension & { readonly index: number })[];
}

function findColumns(
  header: readonly string[],
  { dimensions, margins }: MarginsImport,
): Columns | { readonly ok: false; readonly problems: readonly MarginsCsvProblem[] } {
  const names = header.map(normalise);
  const indexOf = (accepted: readonly string[]) =>
    names.findIndex((name) => accepted.map(normalise).includes(name));
  const needed = dimensions.filter(({ dimension }) => margins.some((by) => by.includes(dimension)));
  const found = needed.map((dimension) => ({
    ...dimension,
    index: indexOf(dimension.headers),
    codes: new Map(Array.from(dimension.codes, ([text, code]) => [normalise(text), code])),
  }));
  const count = indexOf(countHeaders);
  const problems: MarginsCsvProblem[] = found
    .filter(({ index }) => index < 0)
    .map(({ dimension, headers }) => ({ kind: 'missing-column', column: dimension, accepted: headers }));
  if (count < 0) problems.push({ kind: 'missing-column', column: 'count', accepted: countHeaders });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, count, dimensions: found };
}

interface CountRow {
  readonly line: number;
  readonly count: number;
  /** Its cells as they are written. */
  readonly label: string;
  /** Answer code by dimension; null where the row is a total over the dimension. */
  readonly values: ReadonlyMap<string, string | null>;
}

function readRows(lines: readonly (readonly string[])[], columns: Columns) {
  const rows: CountRow[] = [];
  const totals: CountRow[] = [];
  const problems: MarginsCsvProblem[] = [];
  const firstLines = new Map<string, number>();
  lines.forEach((cells, index) => {
    const line = index + 2;
    const values = new Map<string, string | null>();
    const texts: string[] = [];
    let isKnown = true;
    for (const { dimension, index: column, codes } of columns.dimensions) {
      const text = (cells[column] ?? '').normalize('NFKC').trim();
      texts.push(text);
      const code = codes.get(normalise(text));
      if (code === undefined && readTotalLabel(text) === null) {
        problems.push({ kind: 'unknown-category', line, column: dimension, value: text });
        isKnown = false;
      }
      values.set(dimension, code ?? null);
    }
    const count = parseCount(cells[columns.count] ?? '');
    if (count === null) problems.push({ kind: 'bad-count', line, value: cells[columns.count] ?? '' });
    if (!isKnown || count === null) return;
    const label = texts.join('・');
    // Totals of other names are no repetition: each is compared with its rows.
    const isTotal = [...values.values()].includes(null);
    const key = JSON.stringify(isTotal ? texts.map(normalise) : [...values.values()]);
    const firstLine = firstLines.get(key);
    if (firstLine !== undefined) problems.push({ kind: 'repeated-row', line, firstLine });
    firstLines.set(key, line);
    (isTotal ? totals : rows).push({ line, count, label, values });
  });
  return { rows, totals, problems };
}

/**
 * A count as offices write it, with commas, full-width digits or 人; `-` is 0; null for anything else.
 * @example parseCount('１,２３４人') // 1234
 * @example parseCount('-') // 0
 */
export function parseCount(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/[,\s人]/g, '');
  if (digits === '-') return 0;
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

function findMissing(rows: readonly CountRow[], { dimensions, margins }: MarginsImport): MarginsCsvProblem[] {
  return dimensions
    .filter(({ dimension }) => margins.some((by) => by.includes(dimension)))
    .flatMap(({ dimension, codes }) =>
      [...new Set(codes.values())]
        .filter((code) => !rows.some(({ values }) => values.get(dimension) === code))
        .map((category) => ({ kind: 'category-without-row' as const, column: dimension, category })),
    );
}

function checkStatedTotals(rows: readonly CountRow[], totals: readonly CountRow[]): MarginsCsvProblem[] {
  return totals.flatMap(({ line, count: stated, label, values }): MarginsCsvProblem[] => {
    const summed = rows
      .filter((row) =>
        [...values].every(([dimension, code]) => code === null || row.values.get(dimension) === code),
      )
      .reduce((sum, { count }) => sum + count, 0);
    return summed === stated
      ? []
      : [{ kind: 'totals-disagree', line, label, counted: 'people', stated, summed }];
  });
}

/** Categories in the order of the dimension's codes (that of the questionnaire), crossed. */
function makeMargin(
  rows: readonly CountRow[],
  by: MarginsImport['margins'][number],
  { dimensions }: MarginsImport,
): FrameMargin {
  let keys: string[][] = [[]];
  for (const name of by) {
    const codes = new Set(dimensions.find(({ dimension }) => dimension === name)?.codes.values() ?? []);
    keys = keys.flatMap((key) => [...codes].map((code) => [...key, code]));
  }
  const categories = keys.map((key) => ({
    key,
    population: rows
      .filter(({ values }) => by.every((dimension, index) => values.get(dimension) === key[index]))
      .reduce((sum, { count }) => sum + count, 0),
  }));
  return { by: [...by], categories };
}

/** One spelling for what looks alike: full and half width, case, spaces, wave dashes, hyphens. */
function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[\u301C\uFF5E]/g, '~')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
