import type { Pages } from '#surveys/questionnaire/visibility.ts';
import type { SurveyResponse } from '#surveys/response/answers.ts';
import { profileOf } from '#surveys/response/profile.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';

/**
 * The records of the ward (区の記録) after an entry: a figure that it gives takes the place of the one there was,
 * in whichever record that stood, and one that it leaves blank stays. The entry is one record with the first of
 * those before; there are more only where figures were once added up, until each was entered anew.
 * @example correctRecords(questionnaire, [{ …, answers: { cases: '3' } }], { …, answers: { cases: '5' } })
 * // [{ …, answers: { cases: '5' } }]
 */
export function correctRecords(
  questionnaire: Pages,
  records: readonly SurveyResponse[],
  entry: SurveyResponse,
): readonly SurveyResponse[] {
  const [first, ...others] = records.map(({ answers }) =>
    Object.fromEntries(Object.entries(answers).filter(([id]) => !Object.hasOwn(entry.answers, id))),
  );
  return [{ ...first, ...entry.answers }, ...others.filter((answers) => Object.keys(answers).length > 0)].map(
    (all) => {
      const answers = pruneAnswers(questionnaire, all);
      return { ...entry, answers, profile: profileOf(questionnaire, answers) };
    },
  );
}
