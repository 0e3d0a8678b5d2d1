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

/** A cell as a number, TRUE and FALSE as 1 and 0; null where it is missing. */
export function numberOf(row: Row, column: string): number | null {
  const text = row.get(column);
  if (isMissing(text)) return null;
  if (text === 'TRUE' || text === 'FALSE') return text === 'TRUE' ? 1 : 0;
  const value = Number(text);
  if (!Number.isNaN(value)) return value;
  throw new UnsupportedCase(`column ${column} is not a number (${text})`);
}

export function inDomain(row: Row, domain: readonly DomainCondition[] | null | undefined): boolean {
  return (domain ?? []).every(({ column, equals, notMissing }) => {
    const text = row.get(column);
    if (isMissing(text)) return false;
    if (notMissing) return true;
    if (equals === undefined) throw new UnsupportedCase(`domain condition on ${column}`);
    if (typeof equals === 'boolean') return (text === 'TRUE') === equals;
    if (typeof equals === 'number') return Number(text) === equals;
    return text === equals;
  });
}

/** The rows that satisfy an R condition such as `s != "c" & !is.na(q)`, with `&`, `|`, `%in%` and `is.na`. */
export function filterRows(rows: readonly Row[], filter: string | null | undefined): readonly Row[] {
  if (!filter) return rows;
  const alternatives = filter.split('|').map((part) => part.split('&').map(readCondition));
  return rows.filter((row) => alternatives.some((conditions) => conditions.every((isTrue) => isTrue(row))));
}

function readCondition(source: string): (row: Row) => boolean {
  const text = source.trim();
  const missing = /^(!?)\s*is\.na\(\s*([\w.]+)\s*\)$/.exec(text);
  if (missing) return (row) => isMissing(row.get(missing[2] ?? '')) !== (missing[1] === '!');
  const among = /^([\w.]+)\s*%in%\s*c\((.*)\)$/.exec(text);
  if (among) {
    const values = (among[2] ?? '').split(',').map((value) => value.trim().replace(/^["']|["']$/g, ''));
    return (row) => values.includes(row.get(among[1] ?? '') ?? 'NA');
  }
  const match = /^([\w.]+)\s*(==|!=|<=|>=|<|>)\s*(["']?)([^"']*)\3$/.exec(text);
  if (!match) throw new UnsupportedCase(`row filter ${source}`);
  const [, column = '', operator = '', quote = '', value = ''] = match;
  return (row) => {
    const own = row.get(column);
    if (isMissing(own)) return false;
    const order = quote === '' ? Number(own) - Number(value) : compareTexts(own as string, value);
    if (operator === '==') return order === 0;
    if (operator === '!=') return order !== 0;
    if (operator === '<') return order < 0;
    if (operator === '>') return order > 0;
    return operator === '<=' ? order <= 0 : order >= 0;
  };
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
