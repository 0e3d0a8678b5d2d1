import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SheetRow } from '#app/fielding/ports.ts';
import { readCsv } from '#app/outside/sheets/read-csv.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koebako-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const path = join(folder, 'sheet.csv');
  await writeFile(path, text);
  const rows: SheetRow[] = [];
  for await (const row of readCsv(path)) rows.push(row);
  return rows;
}

/** Rows 2 to 41 of a spreadsheet, each with a line break in a cell. */
const goodRows = Array.from({ length: 40 }, (_, index) => `${index + 2},"暗い\n遠い"\n`).join('');

describe('a CSV file', () => {
  it('numbers its rows as a spreadsheet does, line breaks in cells or not', async () => {
    const rows = await read(`問1,問2\n${goodRows}42,よい\n`);
    expect(rows.at(-1)).toEqual({ rowNo: 42, cells: ['42', 'よい'], faults: [] });
  });

  it.each(['42,"よい\n43,"a"\n', '42,"よい"x\n43,a\n', '42,よ"い"\n', '42,"よい\n'])(
    'names the row where quotation marks go astray (%j)',
    async (end) => {
      await expect(read(`問1,問2\n${goodRows}${end}`)).rejects.toMatchObject({ row: 42 });
    },
  );
});
