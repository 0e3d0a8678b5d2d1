import type { Services } from '#app/fielding/services.ts';
import { getPlan } from '#db/queries/plan.ts';
import type { Round } from '#surveys/round/round.ts';
import { type Locale, localize } from '#surveys/text.ts';

/** What every page of a resident says of its round. */
export interface RoundHead {
  readonly roundId: string;
  readonly title: string;
  readonly wardOffice: string;
  readonly isDemo: boolean;
}

/** What every page of a resident says of its round, in a language. */
export async function loadRoundHead(
  { db }: Pick<Services, 'db'>,
  { round, locale }: { readonly round: Round; readonly locale: Locale },
): Promise<RoundHead> {
  const plan = await getPlan(db, round.planId);
  return {
    roundId: round.id,
    title: localize(round.questionnaire.title, locale),
    wardOffice: plan.source.publisher,
    isDemo: round.isDemo,
  };
}
