import type { SheetRow } from '#app/fielding/ports.ts';
import { readReference } from '#app/outside/sheets/cell-reference.ts';
import { TextPlace } from '#app/outside/sheets/text-place.ts';
import type { TagReader } from '#app/outside/sheets/workbook-file.ts';
import { columnLetters } from '#surveys/paper/import-columns.ts';
import type { CellFault } from '#surveys/paper/import-problem.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  /** The texts that cells share, by their numbers. */
  readonly texts: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  /** The day that the workbook counts as 0, in milliseconds of UTC. */
  readonly dayZeroMs: number;
  readonly mergedCells: ReadonlyMap<number, SheetRow['faults']>;
}

/** A cell while its tags are read. */
interface OpenCell {
  readonly type: string;
  readonly isDate: boolean;
  isFormula: boolean;
  hasValue: boolean;
  text: string;
}

/** Collects the rows of a sheet as its tags come. */
export function createRowCollector(context: SheetContext, rows: SheetRow[]): TagReader {
  let rowNo = 0;
  let cells: string[] = [];
  let faults: SheetRow['faults'][number][] = [];
  let column = -1;
  let cell: OpenCell | undefined;
  let isValue = false;
  const place = new TextPlace();
  return {
    onOpen(name, attributes) {
      place.enter(name);
      if (name === 'row') {
        rowNo = attributes.r === undefined ? rowNo + 1 : Number(attributes.r);
        cells = [];
        faults = [...(context.mergedCells.get(rowNo) ?? [])];
        column = -1;
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : readReference(attributes.r).index;
        const isDate = context.dateStyles.has(Number(attributes.s ?? -1));
        cell = { type: attributes.t ?? 'n', isDate, isFormula: false, hasValue: false, text: '' };
      } else if (name === 'f' && cell) cell.isFormula = true;
      else if (name === 'v') isValue = true;
    },
    onText(piece) {
      if (cell && (isValue || place.isShown)) cell.text += piece;
    },
    onClose(name) {
      place.leave(name);
      if (name === 'v') {
        isValue = false;
        if (cell) cell.hasValue = true;
      } else if (name === 'c' && cell) {
        while (cells.length < column) cells.push('');
        cells[column] = cellValue(cell, context);
        const fault = faultOf(cell, `${columnLetters(column)}${rowNo}`);
        if (fault) faults.push({ index: column, fault });
        cell = undefined;
      } else if (name === 'row') rows.push({ rowNo, cells, faults });
    },
  };
}

function cellValue({ type, isDate, text }: OpenCell, { texts, dayZeroMs }: SheetContext): string {
  switch (type) {
    case 's':
      return texts[Number(text)] ?? '';
    case 'n':
      if (isDate && /^\d{1,7}$/.test(text)) return dayOf(dayZeroMs, Number(text));
      // Excel writes 0.1 + 0.2 with all its digits; the shortest text of the same number is what it shows.
      return text === '' ? '' : String(Number(text));
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return text.replace(/T00:00(:00(\.0+)?)?Z?$/, '');
    default:
      return text;
  }
}

/** A whole day as an ISO date; Excel counts a 29 February 1900 that never was, so that earlier days are none. */
const dayOf = (dayZeroMs: number, nDays: number): string =>
  nDays > 60 ? new Date(dayZeroMs + nDays * 24 * 60 * 60 * 1000).toISOString().slice(0, 10) : String(nDays);

/** Why what a cell holds is not what the clerk sees in it; undefined where it is. */
function faultOf({ type, text, ...cell }: OpenCell, name: string): CellFault | undefined {
  // A formula may well give an empty text: Excel then writes the type of a text, and an empty value.
  if (cell.isFormula && text === '' && !(type === 'str' && cell.hasValue)) {
    return { kind: 'formula_without_value', cell: name };
  }
  if (type === 'e') return { kind: 'error_value', cell: name, value: text };
  if (type === 'd' || (type === 'n' && cell.isDate && text !== '')) {
    return { kind: 'date_or_time', cell: name };
  }
  return undefined;
}
