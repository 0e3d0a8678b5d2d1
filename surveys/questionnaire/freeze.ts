import { checkQuestionnaire } from '#surveys/questionnaire/check.ts';
import { type Questionnaire, questionnaireSchema } from '#surveys/questionnaire/definition.ts';
import { hashQuestionnaire } from '#surveys/questionnaire/hash.ts';
import { QuestionnaireError } from '#surveys/questionnaire/problem.ts';

export interface FrozenQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly hash: string;
}

/**
 * What a round keeps: a questionnaire that holds to the schema and to its own sense, with its content hash.
 * @throws {QuestionnaireError} With every problem that `checkQuestionnaire` finds.
 * @throws {ZodError} For what the schema refuses.
 */
export function freezeQuestionnaire(candidate: Questionnaire): FrozenQuestionnaire {
  const questionnaire = questionnaireSchema.parse(candidate);
  const problems = checkQuestionnaire(questionnaire);
  if (problems.length > 0) throw new QuestionnaireError(problems);
  return { questionnaire, hash: hashQuestionnaire(questionnaire) };
}
