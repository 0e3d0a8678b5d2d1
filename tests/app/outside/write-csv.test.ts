import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '#app/outside/sheets/read-csv.ts';
import { type CsvRows, streamCsv, writeCsv } from '#app/outside/write-csv.ts';
import { parseCsvTable } from '#surveys/round/margins-csv-table.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koebako-write-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readBack(csv: string): Promise<string[][]> {
  const path = join(folder, 'sheet.csv');
  await writeFile(path, csv);
  const rows: string[][] = [];
  for await (const { cells } of readCsv(path)) rows.push(cells.map(String));
  return rows;
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

const formulaStarts = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/** Texts of what CSV and spreadsheets stumble on, and texts of anything. */
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...formulaStarts, "'", '"', ',', '\n', '\r', ' ', '〜', '1', 'あ') }),
  fc.string({ unit: 'binary' }),
);
const anyNumber = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }));
const anyRows = fc.array(fc.array(fc.oneof(anyText, anyNumber), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});

const isFormula = (cell: string | number): cell is string =>
  typeof cell === 'string' && formulaStarts.includes(cell.charAt(0));

describe('a CSV file', () => {
  it('is written for Excel in Japan: marked as UTF-8, CRLF, quoted where it must be', () => {
    const rows = [
      ['整理番号', '層', '数'],
      ['00001', '北部, "東"', 5],
      ['a\nb', 'c\rd', ''],
    ];
    expect(writeCsv(rows)).toBe('\uFEFF整理番号,層,数\r\n00001,"北部, ""東""",5\r\n"a\nb","c\rd",\r\n');
    expect(writeCsv(rows, { isAllQuoted: true })).toBe(
      '\uFEFF"整理番号","層","数"\r\n"00001","北部, ""東""","5"\r\n"a\nb","c\rd",""\r\n',
    );
  });

  it.each(formulaStarts)('keeps a text that begins with %j from running, and no other', (start) => {
    expect(writeCsv([['x', `${start}1+1`]])).toMatch(/x,"?'/);
    expect(writeCsv([[`1${start}1`]])).not.toContain("'");
  });

  it('leaves numbers numbers, negative ones too', () => {
    expect(writeCsv([[0, -3.5, 1_200, -1e21]])).toBe('\uFEFF0,-3.5,1200,-1e+21\r\n');
    expect(writeCsv([['-3.5']])).toBe("\uFEFF'-3.5\r\n");
  });

  it('comes back from the reader of sheets cell by cell, formulas as text', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.boolean(), async (rows, isAllQuoted) => {
        expect(await readBack(writeCsv(rows, { isAllQuoted }))).toEqual(
          rows.map((row) => row.map((cell) => (isFormula(cell) ? `'${cell}` : String(cell)))),
        );
      }),
    );
  });

  it('comes back from the reader of population tables as it went', () => {
    const isGuardedAlready = (cell: string | number) =>
      /^'/.test(String(cell)) && isFormula(String(cell).slice(1));
    fc.assert(
      fc.property(anyRows, (rows) => {
        fc.pre(!rows.flat().some(isGuardedAlready));
        expect(parseCsvTable(writeCsv(rows))).toEqual(
          rows.map((row) => row.map(String)).filter((row) => row.length > 1 || row[0] !== ''),
        );
      }),
    );
  });

  it('is the same in pieces as in one, with one mark', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyRows, async (first, second) => {
        async function* pieces(): AsyncGenerator<CsvRows> {
          yield* [first, [], second];
        }
        const style = { isAllQuoted: true };
        expect(await textOf(streamCsv(pieces(), style))).toBe(writeCsv([...first, ...second], style));
      }),
    );
  });
});
