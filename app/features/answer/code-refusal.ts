import type { CodeObstacle } from '#app/fielding/answer/enter-code.ts';
import type { ResidentWords } from '#app/i18n/ja/words.ts';

/** A code field that is shown again with what was typed, and with what has to be put right, if anything. */
export interface CodeRefusal {
  readonly typed: string;
  readonly obstacle?: CodeObstacle | undefined;
}

/** What to do about a code that does not lead on. */
export function codeObstacleMessage(obstacle: CodeObstacle, words: ResidentWords): string {
  switch (obstacle.kind) {
    case 'busy':
    case 'unknown':
    case 'askAgain':
      return words.code[obstacle.kind];
    default:
      return words.codeProblemMessage(obstacle);
  }
}
