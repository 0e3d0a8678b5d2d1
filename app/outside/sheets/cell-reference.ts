import { SheetError } from '#app/fielding/ports.ts';

const maximumColumns = 16_384;

/**
 * The place of a cell by its name, or of the first cell of a range: the row from 1, the column's index from 0.
 * @throws {SheetError} for a name that no cell has
 * @example readReference('C7') // { row: 7, index: 2 }
 */
export function readReference(reference: string): { readonly row: number; readonly index: number } {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})([0-9]{1,7})/.exec(reference) ?? [];
  const index = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (index < 0 || index >= maximumColumns) {
    throw new SheetError('unreadable_cell_name');
  }
  return { row: Number(row), index };
}
