import type { AppLoadContext } from '@remix-run/node';
import { countCodes } from '#db/queries/access-code.ts';
import { listResponses } from '#db/queries/response.ts';
import { compareRaters, scoreOf } from '#surveys/aggregation/estimate/rater-means.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import { mayChangeCodes, type Round } from '#surveys/round/round.ts';
import { localize } from '#surveys/text.ts';

/** The attributed round of the page. @throws {Response} 404 where nobody may learn who answered what */
export function requireAttributed(round: Round): Round {
  if (!isAskedByName(round)) {
    throw new Response(null, { status: 404 });
  }
  return round;
}

/** Whether names may be added now: the round uses codes, and they may be made. */
export const canInvite = ({ access, state }: Pick<Round, 'access' | 'state'>): boolean =>
  access === 'code' && mayChangeCodes(state);

/** Who was asked by name, who answered, and, for a rubric, the scores visit by visit and rater by rater. */
export async function loadInvitees({ services: { db } }: AppLoadContext, round: Round) {
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
