import type { CellFault, FileFault } from '#surveys/paper/import-problem.ts';
import type { AgeCount } from '#surveys/round/age-bands.ts';

/** What fielding asks of the log: an event's facts, never answers or codes, and what happened in English. */
export interface Log {
  readonly fatal: LogLine;
  readonly error: LogLine;
  readonly warn: LogLine;
  readonly info: LogLine;
}

interface LogLine {
  (facts: object, message: string): void;
  (message: string): void;
}

/**
 * Slows down guessing without locking anybody out. Codes of letters are looked up first, and only the answer to
 * one that nobody knows waits: right codes never do, whatever else comes from their address, and slips that the
 * check character catches count for nothing. (A guess hits one of 3,500 codes with a chance of 3·10^-16.) Short
 * codes, for pairing a tablet, wait before they are looked up.
 */
export interface CodeThrottle {
  /** Counts an unknown code; resolves when its sender may be told, with false when too many wait already. */
  readonly slowDown: (ip: string) => Promise<boolean>;
  /** Resolves when a short code may be tried; false when too many wait already. */
  readonly mayTry: (ip: string) => Promise<boolean>;
}

/** Population figures of the government (e-Stat). */
export interface EStat {
  readonly fetchPopulation: (query: PopulationQuery) => Promise<EStatResult>;
}

export interface PopulationQuery {
  /** Five digits: prefecture and municipality. */
  readonly areaCode: string;
  readonly statsDataId: string;
}

export type EStatResult =
  | { readonly ok: true; readonly population: EStatPopulation }
  | { readonly ok: false; readonly error: EStatError };

/** Population of one area by sex and the finest ages of the table, and what to print as its source. */
export interface EStatPopulation {
  readonly source: string;
  /** Day of the counts, ISO date; null where the table does not tell. */
  readonly asOf: string | null;
  readonly areaName: string;
  readonly ages: readonly AgeCount[];
  /** People whose age is not known: in no band. */
  readonly nAgeUnknown: number;
}

export type EStatError =
  | { readonly kind: 'no-app-id' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'unavailable'; readonly httpStatus: number }
  | { readonly kind: 'refused'; readonly httpStatus: number }
  | { readonly kind: 'wrong-app-id' }
  | { readonly kind: 'status'; readonly status: number; readonly message: string }
  | { readonly kind: 'unreadable' }
  | TableError;

/** Why a table gives no population: nothing is counted for the area, or a dimension is not what is needed. */
export type TableError =
  | { readonly kind: 'no-data' }
  | { readonly kind: 'unsuitable-table'; readonly missing: 'sex' | 'age' | 'area' | 'single-time' };

/** Reads a spreadsheet row by row, without holding it in memory. @throws {SheetError} where it cannot be read on */
export type SheetReader = (path: string) => AsyncIterable<SheetRow>;

/**
 * One row as the spreadsheet shows it, numbered from 1; blank cells are empty texts, and a cell that was made a date
 * is its ISO date, beside its fault.
 */
export interface SheetRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
  /** Cells whose values cannot be told from the file; `index` counts columns from 0. */
  readonly faults: readonly { readonly index: number; readonly fault: CellFault }[];
}

/** A sheet that cannot be read. */
export class SheetError extends Error {
  readonly fault: FileFault['kind'];
  /** As the spreadsheet numbers it; null where the whole file is at fault. */
  readonly row: number | null;

  constructor(fault: FileFault['kind'], row: number | null = null) {
    super(`the sheet cannot be read: ${fault}${row === null ? '' : ` in row ${row}`}`);
    this.fault = fault;
    this.row = row;
  }
}
