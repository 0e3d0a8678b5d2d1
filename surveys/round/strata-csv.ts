import type { Frame } from './frame.ts';
import { decodeText, type MarginsCsvProblem, parseCount } from './margins-csv.ts';
import { parseCsvTable } from './margins-csv-table.ts';

export type StrataCsvResult =
  | { readonly ok: true; readonly strata: Frame['strata'] }
  | { readonly ok: false; readonly problems: readonly MarginsCsvProblem[] };

const columns = [
  { name: 'stratum', headers: ['層', '層名', 'stratum'], isRequired: true },
  { name: 'population', headers: ['人口', '人数', 'population'], isRequired: true },
  { name: 'nIssued', headers: ['発送数', '抽出数', '標本数', 'issued'], isRequired: false },
] as const;

/**
 * Reads the strata of a sample from a CSV file in UTF-8 or Shift_JIS: one row per stratum with its population
 * and, where letters are sent, their number. All problems are reported together, in the order of the file;
 * lines count from 1, the header being line 1. A stratum without people is a problem; an empty number of
 * letters is none.
 */
export function importStrataCsv(bytes: Uint8Array): StrataCsvResult {
  const decoded = decodeText(bytes);
  if (decoded === null) return { ok: false, problems: [{ kind: 'unreadable' }] };
  const [header, ...lines] = parseCsvTable(decoded.text);
  if (!header || lines.length === 0) return { ok: false, problems: [{ kind: 'empty' }] };
  const names = header.map((text) => text.normalize('NFKC').trim());
  const [idColumn, populationColumn, issuedColumn] = columns.map(({ headers }) =>
    names.findIndex((name) => (headers as readonly string[]).includes(name)),
  ) as [number, number, number];
  const problems: MarginsCsvProblem[] = columns.flatMap(({ name, headers, isRequired }, index) =>
    isRequired && [idColumn, populationColumn, issuedColumn][index] === -1
      ? [{ kind: 'missing-column', column: name, accepted: headers }]
      : [],
  );
  if (problems.length > 0) return { ok: false, problems };
  const strata: Frame['strata'] = [];
  const firstLines = new Map<string, number>();
  lines.forEach((cells, index) => {
    const line = index + 2;
    const id = (cells[idColumn] ?? '').trim();
    const population = parseCount(cells[populationColumn] ?? '');
    const issuedText = (cells[issuedColumn] ?? '').trim();
    const nIssued = issuedText === '' ? null : parseCount(issuedText);
    const firstLine = firstLines.get(id);
    if (id === '') problems.push({ kind: 'unknown-category', line, column: 'stratum', value: '' });
    else if (firstLine !== undefined) problems.push({ kind: 'repeated-row', line, firstLine });
    firstLines.set(id, firstLine ?? line);
    if (population === null || population === 0) {
      problems.push({ kind: 'bad-count', line, value: cells[populationColumn] ?? '' });
    } else if (issuedText !== '' && nIssued === null) {
      problems.push({ kind: 'bad-count', line, value: issuedText });
    } else strata.push({ id, population, nIssued });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, strata };
}
