import type { ReferenceCase } from '../reference-case.ts';
import type { Route } from '../reference-sample.ts';

/** A two-way table as the cases write it. */
export interface GotTable {
  readonly rows: readonly string[];
  readonly cols: readonly string[];
  readonly values: readonly (readonly number[])[];
}

export type GotRecord = { readonly [name: string]: number | string };
export type GotValue = number | readonly number[] | GotTable | GotRecord | readonly GotRecord[];
/** What the engine answers to a case, by the keys of its `expected`. */
export type Got = { readonly [key: string]: GotValue };

export interface CaseContext {
  readonly referenceCase: ReferenceCase;
  /** The folder of the cases file: `data` and `weights` paths are relative to it. */
  readonly folder: string;
  readonly route: Route;
}

export type Method = (context: CaseContext) => Got;
