import type { Services } from '#app/fielding/services.ts';
import { getPlan } from '#db/queries/plan.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import type { Round } from '#surveys/round/round.ts';

/** What the printed forms of a round show alike; texts in Japanese. */
export async function loadFormFacts({ db }: Services, round: Round) {
  const plan = await getPlan(db, round.planId);
  return {
    id: round.id,
    title: round.title,
    wardOffice: plan.source.publisher,
    closesAt: round.closesAt,
    isAnonymous: isAnonymous(round.audience),
    hasCodes: round.access === 'code',
    terms: round.terms,
    questionnaire: {
      title: round.questionnaire.title.ja,
      purpose: round.questionnaire.purpose.ja,
      minutes: round.questionnaire.minutes,
      pages: round.questionnaire.pages,
    },
    questionnaireHash: round.questionnaireHash.slice(0, 8),
    marks: listStratumMarks(round),
  };
}

export type FormFacts = Awaited<ReturnType<typeof loadFormFacts>>;
