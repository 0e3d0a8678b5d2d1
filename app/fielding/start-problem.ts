import type { CatalogFault } from '#surveys/catalog/catalog-error.ts';
import type { IndicatorChange } from '#surveys/plan/indicator-changes.ts';

/** How a log of used codes is not the whole one that belongs to the database. */
export type CodeLogFault = 'missing' | 'foreign' | 'short';

/** Why a process must not start. */
export type StartProblem =
  /** Answered letters could be answered again. */
  | { readonly kind: 'code_log'; readonly fault: CodeLogFault; readonly file: string }
  /** The file of the master secret is not whole. */
  | { readonly kind: 'secret_damaged'; readonly file: string }
  /** There is no such database, or none that can be read. */
  | { readonly kind: 'database_not_opened'; readonly database: string; readonly reason: string }
  /** A newer version of the software has changed the database in ways that this one does not know. */
  | { readonly kind: 'newer_database'; readonly database: string; readonly migrations: readonly string[] }
  /** The database lacks what only a server brings into it. */
  | { readonly kind: 'older_database'; readonly database: string; readonly migrations: readonly string[] }
  /** The ward's folder is not there or cannot be used. */
  | {
      readonly kind: 'catalog';
      readonly fault: CatalogFault;
      readonly file: string;
      /** Place inside the file. */
      readonly path: string;
      readonly reason: string;
    }
  /** The database holds plans of a ward that is not the one to be served. */
  | { readonly kind: 'other_ward'; readonly planId: string; readonly owner: string; readonly ward: string }
  /** A plan's file has indicators otherwise than the rounds of the plan measured them. */
  | {
      readonly kind: 'plan_changed';
      readonly planId: string;
      readonly changes: readonly IndicatorChange[];
      /** Titles. */
      readonly rounds: readonly string[];
    };

/** Thrown before anything is served; whoever starts the process puts the problem into words. */
export class StartError extends Error {
  readonly problem: StartProblem;

  constructor(problem: StartProblem, options?: ErrorOptions) {
    super(`must not start: ${JSON.stringify(problem)}`, options);
    this.problem = problem;
  }
}
