/** Something wrong with a questionnaire: where (`pages[0].questions[1].options[2].code`) and why. */
export interface QuestionnaireProblem {
  readonly path: string;
  readonly reason: string;
}

/** A questionnaire that cannot be used, with everything found wrong with it. */
export class QuestionnaireError extends Error {
  readonly problems: readonly QuestionnaireProblem[];

  constructor(problems: readonly QuestionnaireProblem[]) {
    super(problems.map(({ path, reason }) => `${path}: ${reason}`).join('\n'));
    this.name = 'QuestionnaireError';
    this.problems = problems;
  }
}
