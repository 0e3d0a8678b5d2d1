import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { SheetError, type SheetRow } from '#app/fielding/ports.ts';

/** The longest row that is read, in characters: one stray quotation mark must not swallow the whole file. */
const maximumRowLength = 200_000;

/**
 * Reads a CSV file row by row, without holding it in memory. UTF-8 (with or without a mark), UTF-16 with a mark,
 * else Shift_JIS as Japanese Excel writes it.
 * @throws {SheetError} naming the row where the file stops being CSV
 */
export async function* readCsv(path: string): AsyncGenerator<SheetRow> {
  const encoding = await detectEncoding(path);
  const records = createReadStream(path)
    .pipe(iconv.decodeStream(encoding))
    .pipe(parse({ bom: true, relax_column_count: true, max_record_size: maximumRowLength }));
  let rowNo = 0;
  try {
    for await (const cells of records as AsyncIterable<readonly string[]>) {
      rowNo += 1;
      yield { rowNo, cells, faults: [] };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Rows that were read and not yet handed on are lost with the error: only the parser knows how many.
    const nRead = typeof error.records === 'number' ? error.records : rowNo;
    throw new SheetError('broken_csv', nRead + 1);
  } finally {
    records.destroy();
  }
}

async function detectEncoding(path: string): Promise<string> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (isFirst && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
      isFirst = false;
      strict.decode(chunk, { stream: true });
    }
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-31j';
    throw error;
  }
}
