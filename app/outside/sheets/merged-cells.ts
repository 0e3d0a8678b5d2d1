import type { Readable } from 'node:stream';
import type { SheetRow } from '#app/fielding/ports.ts';
import { readReference } from '#app/outside/sheets/cell-reference.ts';
import { parseWholePart } from '#app/outside/sheets/workbook-file.ts';

/**
 * The merged cells of a sheet, by the row that each begins in: a file holds their value in the first cell only,
 * and the others look blank. They stand behind the rows, so that the sheet is read for them beforehand.
 */
export async function readMergedCells(sheet: Readable): Promise<ReadonlyMap<number, SheetRow['faults']>> {
  const merged = new Map<number, SheetRow['faults'][number][]>();
  await parseWholePart(sheet, {
    onOpen(name, { ref }) {
      if (name !== 'mergeCell' || ref === undefined) return;
      const { row, index } = readReference(ref);
      const merge = { index, fault: { kind: 'merged_cells', range: ref } } as const;
      const ofRow = merged.get(row);
      if (ofRow) ofRow.push(merge);
      else merged.set(row, [merge]);
    },
    onText: () => undefined,
    onClose: () => undefined,
  });
  return merged;
}
