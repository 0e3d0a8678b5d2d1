/** How a log of used codes is not the whole one that belongs to the database. */
export type CodeLogFault = 'missing' | 'foreign' | 'short';

/** Why a process must not start. */
export type StartProblem =
  /** Answered letters could be answered again. */
  | { readonly kind: 'code_log'; readonly fault: CodeLogFault; readonly file: string }
  /** The file of the master secret is not whole. */
  | { readonly kind: 'secret_damaged'; readonly file: string };

/** Thrown before anything is served; whoever starts the process puts the problem into words. */
export class StartError extends Error {
  readonly problem: StartProblem;

  constructor(problem: StartProblem) {
    super(`must not start (${problem.kind}): ${problem.file}`);
    this.problem = problem;
  }
}
