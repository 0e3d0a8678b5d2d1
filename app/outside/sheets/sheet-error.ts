/** A sheet that cannot be read, in words for the clerk who sent it. */
export class SheetError extends Error {
  /** As the spreadsheet numbers it; undefined where the whole file is at fault. */
  readonly row: number | undefined;

  constructor(message: string, row?: number) {
    super(message);
    this.row = row;
  }
}

/** A cell whose value cannot be told from the file, in words for the clerk; `index` counts columns from 0. */
export interface CellFault {
  readonly index: number;
  readonly message: string;
}

/** One row as the spreadsheet shows it, numbered from 1; blank cells are empty texts. */
export interface SheetRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
  readonly faults: readonly CellFault[];
}
