import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import { listKeyingHints, rulesOf } from '#surveys/questionnaire/kinds/index.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/** What the import page needs to know about a round, at an instant. */
export function describeImport(round: Round, now: string) {
  return {
    id: round.id,
    title: round.title,
    isDemo: round.isDemo,
    hasCodes: round.access === 'code',
    hasStrata: listStratumMarks(round).length > 0,
    takesPaper: takesAnswers(round, 'paper', now),
    columns: listNumberedQuestions(round.questionnaire).map(({ number, question }) => ({
      id: question.id,
      number,
      text: question.text.ja,
      isMultiple: rulesOf(question).takesSeveral,
      options: listKeyingHints(question),
    })),
  };
}

export type ImportRound = ReturnType<typeof describeImport>;
