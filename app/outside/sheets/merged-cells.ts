import type { Readable } from 'node:stream';
import { readReference } from '#app/outside/sheets/cell-reference.ts';
import type { CellFault } from '#app/outside/sheets/sheet-error.ts';
import { parseWholePart } from '#app/outside/sheets/workbook-file.ts';

/**
 * The merged cells of a sheet, by the row that each begins in: a file holds their value in the first cell only,
 * and the others look blank. They stand behind the rows, so that the sheet is read for them beforehand.
 */
export async function readMergedCells(sheet: Readable): Promise<ReadonlyMap<number, readonly CellFault[]>> {
  const merged = new Map<number, CellFault[]>();
  await parseWholePart(sheet, {
    onOpen(name, { ref }) {
      if (name !== 'mergeCell' || ref === undefined) return;
      const { row, index } = readReference(ref);
      const fault = { index, message: messageOf(ref) };
      const ofRow = merged.get(row);
      if (ofRow) ofRow.push(fault);
      else merged.set(row, [fault]);
    },
    onText: () => undefined,
    onClose: () => undefined,
  });
  return merged;
}

const messageOf = (range: string) =>
  `セル${range}が結合されていて、値は左上のセルにしかありません。結合を解除し、すべてのセルに値を入れてください。`;
