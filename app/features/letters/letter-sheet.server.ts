import writeXlsxFile from 'write-excel-file/node';
import type { SheetTable } from '#app/features/letters/code-sheet.ts';
import { writeCsv } from '#app/outside/write-csv.ts';

export const sheetFormats = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** The table as a file to download; no cache may keep it. */
export async function sendSheet(table: SheetTable, name: string, format: SheetFormat): Promise<Response> {
  const isCsv = format === 'csv';
  const body = isCsv ? writeCsv([table.heads, ...table.rows]) : new Uint8Array(await formatXlsx(table));
  return new Response(body, {
    headers: {
      'Content-Type': isCsv
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="letters.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
      'Cache-Control': 'no-store',
    },
  });
}

/** The table as an XLSX workbook of one sheet, heads in bold. */
export function formatXlsx({ heads, rows }: SheetTable): Promise<Buffer> {
  const cells = [
    heads.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) =>
      row.map((value) =>
        typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' },
      ),
    ),
  ];
  return writeXlsxFile(cells, { sheet: '一覧', columns: heads.map(() => ({ width: 24 })) }).toBuffer();
}
