import { open } from 'node:fs/promises';
import { SheetError, type SheetRow } from '#app/fielding/ports.ts';
import { readCsv } from '#app/outside/sheets/read-csv.ts';
import { readXlsx } from '#app/outside/sheets/read-xlsx.ts';

/**
 * Reads a sheet of either kind row by row; the first bytes tell which it is, not the name of the file.
 * @throws {SheetError} when it is neither
 */
export async function* readSheet(path: string): AsyncGenerator<SheetRow> {
  const start = await readStart(path);
  if (start.length === 0) throw new SheetError('empty_file');
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    throw new SheetError('locked_or_old_workbook');
  }
  yield* start.subarray(0, 2).toString('latin1') === 'PK' ? readXlsx(path) : readCsv(path);
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
