import { readReference } from '#app/outside/sheets/cell-reference.ts';
import type { CellFault, SheetRow } from '#app/outside/sheets/sheet-error.ts';
import { TextPlace } from '#app/outside/sheets/text-place.ts';
import type { TagReader } from '#app/outside/sheets/workbook-file.ts';
import { columnLetters } from '#surveys/paper/import-columns.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  /** The texts that cells share, by their numbers. */
  readonly texts: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  readonly mergedCells: ReadonlyMap<number, readonly CellFault[]>;
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
  let faults: CellFault[] = [];
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
        cells[column] = cellValue(cell, context.texts);
        const message = faultOf(cell, `${columnLetters(column)}${rowNo}`);
        if (message !== undefined) faults.push({ index: column, message });
        cell = undefined;
      } else if (name === 'row') rows.push({ rowNo, cells, faults });
    },
  };
}

function cellValue({ type, text }: OpenCell, texts: readonly string[]): string {
  switch (type) {
    case 's':
      return texts[Number(text)] ?? '';
    case 'n':
      // Excel writes 0.1 + 0.2 with all its digits; the shortest text of the same number is what it shows.
      return text === '' ? '' : String(Number(text));
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    default:
      return text;
  }
}

/** Why what a cell holds is not what the clerk sees in it; undefined where it is. */
function faultOf(cell: OpenCell, name: string): string | undefined {
  const { type, text } = cell;
  // A formula may well give an empty text: Excel then writes the type of a text, and an empty value.
  if (cell.isFormula && text === '' && !(type === 'str' && cell.hasValue)) {
    return `セル${name}の数式に、計算した値が保存されていません。Excelで開いて上書き保存するか、数式を値に置き換えてください。`;
  }
  if (type === 'e') return `セル${name}がエラー(${text})になっています。正しい値に直してください。`;
  if (type === 'd' || (type === 'n' && cell.isDate && text !== '')) {
    return `セル${name}が日付や時刻になっています(「1-3」などと入れると、Excelが日付に変えます)。セルの書式を「文字列」にしてから入れ直してください。`;
  }
  return undefined;
}
