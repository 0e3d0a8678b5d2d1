import type { AppLoadContext } from '@remix-run/node';
import { getPlan } from '#db/queries/plan.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import type { Round } from '#surveys/round/round.ts';

/** What the printed form of a round shows. */
export async function loadPaperForm(context: AppLoadContext, round: Round, url: URL) {
  const plan = await getPlan(context.services.db, round.planId);
  const marks = listStratumMarks(round);
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
    marks,
    mark: marks.find(({ number }) => String(number) === url.searchParams.get('stratum')) ?? null,
    isLarge: url.searchParams.get('size') === 'large',
    /** What stands on the form of one letter; null where the code is copied by hand. */
    letter: null as { readonly code: string; readonly imprint: string } | null,
  };
}

export type PaperFormData = Awaited<ReturnType<typeof loadPaperForm>>;
