import { StartError } from '#app/fielding/start-problem.ts';
import { startProblemWords } from '#app/i18n/ja/start.ts';

/** What a process that failed says to who started it. */
export function explainFailure(error: unknown): string {
  if (error instanceof StartError) return startProblemWords(error.problem);
  return error instanceof Error ? error.message : String(error);
}
