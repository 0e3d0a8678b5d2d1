import type { Frame } from './frame.ts';
import { decodeText, type MarginsCsvProblem, parseCount } from './margins-csv.ts';
import { parseCsvTable } from './margins-csv-table.ts';
import { type CountedRow, readTotalLabel, separateTotals, type TotalDisagreement } from './total-rows.ts';

export type StrataCsvResult =
  | { readonly ok: true; readonly strata: Frame['strata'] }
  | { readonly ok: false; readonly problems: readonly MarginsCsvProblem[] };

/** The headers a column may have. */
const columns = {
  stratum: ['層', '層名', 'stratum'],
  population: ['人口', '人数', 'population'],
  nIssued: ['発送数', '抽出数', '標本数', 'issued'],
} as const;

/**
 * Reads the strata of a sample from a CSV file in UTF-8 or Shift_JIS: one row per stratum with its population
 * and, where letters are sent, their number. All problems are reported together, in the order of the file;
 * lines count from 1, the header being line 1. A stratum without people is a problem, as is one with more letters
 * than people; an empty number of letters is none. Rows of totals are never strata (`readTotalLabel`): they are
 * compared with their rows once every row can be read, and left out.
 */
export function importStrataCsv(bytes: Uint8Array): StrataCsvResult {
  const decoded = decodeText(bytes);
  if (decoded === null) return { ok: false, problems: [{ kind: 'unreadable' }] };
  const [header, ...lines] = parseCsvTable(decoded.text);
  if (!header || lines.length === 0) return { ok: false, problems: [{ kind: 'empty' }] };
  const names = header.map((text) => text.normalize('NFKC').trim());
  const find = (headers: readonly string[]) => names.findIndex((name) => headers.includes(name));
  const missing = (['stratum', 'population'] as const)
    .filter((column) => find(columns[column]) === -1)
    .map((column): MarginsCsvProblem => ({ kind: 'missing-column', column, accepted: columns[column] }));
  if (missing.length > 0) return { ok: false, problems: missing };
  const { rows, problems } = readRows(lines, {
    idColumn: find(columns.stratum),
    populationColumn: find(columns.population),
    issuedColumn: find(columns.nIssued),
  });
  if (problems.length > 0) return { ok: false, problems };
  const { strata, disagreements } = separateTotals(rows);
  if (disagreements.length > 0) return { ok: false, problems: disagreements.map(toProblem) };
  return {
    ok: true,
    strata: strata.map(({ label: id, population, nIssued }) => ({ id, population, nIssued })),
  };
}

const toProblem = ({
  row: { line, label },
  ...numbers
}: TotalDisagreement<StrataRow>): MarginsCsvProblem => ({
  kind: 'totals-disagree',
  line,
  label,
  ...numbers,
});

interface StrataRow extends CountedRow {
  readonly line: number;
}

interface StrataColumns {
  readonly idColumn: number;
  readonly populationColumn: number;
  readonly issuedColumn: number;
}

function readRows(
  lines: readonly (readonly string[])[],
  { idColumn, populationColumn, issuedColumn }: StrataColumns,
) {
  const rows: StrataRow[] = [];
  const problems: MarginsCsvProblem[] = [];
  const firstLines = new Map<string, number>();
  lines.forEach((cells, index) => {
    const line = index + 2;
    const label = (cells[idColumn] ?? '').trim();
    const population = parseCount(cells[populationColumn] ?? '');
    const issuedText = (cells[issuedColumn] ?? '').trim();
    const nIssued = issuedText === '' ? null : parseCount(issuedText);
    const isStratum = readTotalLabel(label) === null;
    const firstLine = firstLines.get(label);
    if (label === '') problems.push({ kind: 'unknown-category', line, column: 'stratum', value: '' });
    else if (isStratum && firstLine !== undefined) problems.push({ kind: 'repeated-row', line, firstLine });
    firstLines.set(label, firstLine ?? line);
    if (population === null || population === 0) {
      problems.push({ kind: 'bad-count', line, value: cells[populationColumn] ?? '' });
    } else if (issuedText !== '' && nIssued === null) {
      problems.push({ kind: 'bad-count', line, value: issuedText });
    } else if (isStratum && nIssued !== null && nIssued > population) {
      const counts = { letters: nIssued, people: population };
      problems.push({ kind: 'more-letters-than-people', line, stratum: label, ...counts });
    } else rows.push({ line, label, population, nIssued });
  });
  return { rows, problems };
}
