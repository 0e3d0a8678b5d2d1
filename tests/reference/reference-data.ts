import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseCsvTable } from '#surveys/round/margins-csv-table.ts';
import { type DomainCondition, UnsupportedCase } from './reference-case.ts';

export type Row = ReadonlyMap<string, string>;

const cache = new Map<string, readonly Row[]>();

/** Reads a CSV file relative to the folder of the cases file; one map of texts per row, `NA` kept as text. */
export function readRows(folder: string, path: string): readonly Row[] {
  const full = resolve(folder, path);
  const known = cache.get(full);
  if (known) return known;
  const [header = [], ...lines] = parseCsvTable(readFileSync(full, 'utf8'));
  const rows = lines.map((line) => new Map(header.map((name, index) => [name, line[index] ?? 'NA'])));
  cache.set(full, rows);
  return rows;
}

export function isMissing(text: string | undefined): boolean {
  return text === undefined || text === 'NA' || text === '';
}

/** A cell as a number; R reads two-level texts as factors, here Yes/No and TRUE/FALSE count as 1/0. */
export function numberOf(row: Row, column: string): number | null {
  const text = row.get(column);
  if (isMissing(text)) return null;
  const value = Number(text);
  if (!Number.isNaN(value)) return value;
  throw new UnsupportedCase(`column ${column} is not a number (${text})`);
}

export function inDomain(row: Row, domain: readonly DomainCondition[] | null | undefined): boolean {
  return (domain ?? []).every(({ column, equals, notMissing }) => {
    const text = row.get(column);
    if (isMissing(text)) return false;
    if (notMissing) return true;
    if (typeof equals === 'number') return Number(text) === equals;
    return text === equals;
  });
}

/** The rows that satisfy an R comparison such as `s != "c"`, several joined by `&`. */
export function filterRows(rows: readonly Row[], filter: string | null | undefined): readonly Row[] {
  if (!filter) return rows;
  const conditions = filter.split('&').map((part) => {
    const match = /^\s*([\w.]+)\s*(==|!=|<=|>=|<|>)\s*("?)([^"]*)\3\s*$/.exec(part);
    if (!match) throw new UnsupportedCase(`row filter ${filter}`);
    const [, column = '', operator = '', quote = '', value = ''] = match;
    return { column, operator, value, isText: quote !== '' };
  });
  return rows.filter((row) =>
    conditions.every(({ column, operator, value, isText }) => {
      const text = row.get(column);
      if (isMissing(text)) return false;
      const order = isText ? compareTexts(text as string, value) : Number(text) - Number(value);
      if (operator === '==') return order === 0;
      if (operator === '!=') return order !== 0;
      if (operator === '<') return order < 0;
      if (operator === '>') return order > 0;
      return operator === '<=' ? order <= 0 : order >= 0;
    }),
  );
}

/** Levels as R's factor() makes them: numbers in order of size, texts in order of their code units. */
export function listLevels(values: Iterable<string>): string[] {
  const levels = [...new Set(values)].filter((value) => !isMissing(value));
  const isNumeric = levels.every((value) => !Number.isNaN(Number(value)));
  return levels.sort(isNumeric ? (a, b) => Number(a) - Number(b) : compareTexts);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
