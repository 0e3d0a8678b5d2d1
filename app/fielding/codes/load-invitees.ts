import type { Services } from '#app/fielding/services.ts';
import { countCodes } from '#db/queries/access-code.ts';
import { listResponses } from '#db/queries/response.ts';
import { compareRaters, scoreOf } from '#surveys/aggregation/estimate/rater-means.ts';
import type { Round } from '#surveys/round/round.ts';
import { localize } from '#surveys/text.ts';

/** Who was asked by name, who answered, and, for a rubric, the scores visit by visit and rater by rater. */
export async function loadInvitees({ db }: Services, round: Round) {
  const counts = await countCodes(db, round.id);
  const responses = await listResponses(db, round.id);
  const answered = responses.map(({ stratum }) => stratum);
  const names = [...new Set([...counts.map(({ stratum }) => stratum), ...answered])].sort();
  const items = itemsOf(round);
  const visits = responses.map(({ stratum, answers }) => ({ rater: stratum, answers }));
  return {
    invitees: names.map((name) => ({
      name,
      nCodes: counts
        .filter(({ stratum, state }) => stratum === name && state !== 'void')
        .reduce((sum, { n }) => sum + n, 0),
      nAnswers: answered.filter((stratum) => stratum === name).length,
    })),
    items,
    comparison: compareRaters(
      items.map(({ id }) => id),
      visits,
    ),
    visits: visits
      .map(({ rater, answers }) => ({ rater, scores: items.map(({ id }) => scoreOf(answers, id)) }))
      .sort((a, b) => (a.rater < b.rater ? -1 : 1)),
  };
}

export type InviteesData = Awaited<ReturnType<typeof loadInvitees>>;

/** The items of the rubric that the round's mean is made of; none in other questionnaires. */
function itemsOf({ questionnaire }: Round): readonly { readonly id: string; readonly text: string }[] {
  const questions = questionnaire.pages.flatMap((page) => page.questions);
  const ids = questionnaire.measurements.flatMap((measurement) =>
    measurement.kind === 'mean' ? measurement.items : [],
  );
  return ids.map((id) => {
    const question = questions.find((candidate) => candidate.id === id);
    return { id, text: question ? localize(question.text, 'ja') : id };
  });
}
