import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { SheetRow } from '#app/fielding/ports.ts';
import { readXlsx } from '#app/outside/sheets/read-xlsx.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koebako-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function readBook(cells: SheetData): Promise<readonly SheetRow[]> {
  const path = join(folder, 'book.xlsx');
  await writeXlsxFile(cells).toFile(path);
  const rows: SheetRow[] = [];
  for await (const row of readXlsx(path)) rows.push(row);
  return rows;
}

const faultsOf = (rows: readonly SheetRow[]) =>
  rows.flatMap(({ rowNo, faults }) => faults.map(({ index, fault }) => [rowNo, index, fault]));

describe('a workbook', () => {
  it('gives texts and numbers as they are, without a fault', async () => {
    const rows = await readBook([
      [{ value: '問1' }, { value: '問2' }],
      [{ value: 0.1 + 0.2 }, { value: '暗い' }],
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['問1', '問2'],
      ['0.30000000000000004', '暗い'],
    ]);
    expect(faultsOf(rows)).toEqual([]);
  });

  it('names merged cells in the row that holds their only value', async () => {
    const rows = await readBook([
      [{ value: '問1' }, { value: '問2' }],
      [{ value: 1, rowSpan: 2 }, { value: 1 }],
      [null, { value: 2 }],
    ]);
    expect(faultsOf(rows)).toEqual([[2, 0, { kind: 'merged_cells', range: 'A2:A3' }]]);
  });

  it('names a formula that was saved without its value', async () => {
    const rows = await readBook([[{ value: '問1' }], [{ value: '=1+1', type: 'Formula' }]]);
    expect(faultsOf(rows)).toEqual([[2, 0, { kind: 'formula_without_value', cell: 'A2' }]]);
  });

  it('names a date, which the file holds as a number of days', async () => {
    const rows = await readBook([
      [{ value: '問1' }, { value: '問2' }],
      [{ value: 1 }, { value: new Date('2026-01-03T00:00:00Z'), type: Date, format: 'm"月"d"日"' }],
    ]);
    expect(faultsOf(rows)).toEqual([[2, 1, { kind: 'date_or_time', cell: 'B2' }]]);
    expect(rows[1]?.cells).toEqual(['1', '2026-01-03']);
  });

  it('takes no amount for a date', async () => {
    const rows = await readBook([
      [
        { value: 1234, format: '#,##0.00"円"' },
        { value: 2, format: '0.00E+00' },
      ],
    ]);
    expect(faultsOf(rows)).toEqual([]);
  });
});
