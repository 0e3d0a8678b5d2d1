import { type Pages, visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import { type Answers, type AnswerValue, answerTo } from '#surveys/response/answers.ts';

/**
 * The answers to what was asked, in the order of the questionnaire; answers on branches not taken, and to
 * questions the questionnaire does not have, are gone. Pruning twice gives what pruning once gives.
 */
export function pruneAnswers(questionnaire: Pages, answers: Answers): Answers {
  const kept: (readonly [string, AnswerValue])[] = [];
  for (const id of visibleQuestionIds(questionnaire, answers)) {
    const answer = answerTo(answers, id);
    if (answer !== undefined) kept.push([id, answer]);
  }
  return Object.fromEntries(kept);
}
