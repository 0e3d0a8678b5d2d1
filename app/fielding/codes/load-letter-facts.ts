import type { Services } from '#app/fielding/services.ts';
import { getPlan } from '#db/queries/plan.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import type { Reminder, Round } from '#surveys/round/round.ts';
import { type Locale, localize } from '#surveys/text.ts';

/** What all letters of a round say alike; texts in Japanese. */
export interface LetterFacts {
  readonly title: string;
  readonly wardOffice: string;
  readonly purpose: string;
  /** ISO-8601 UTC. */
  readonly closesAt: string;
  readonly minutes: number;
  readonly nQuestions: number;
  readonly isDrawn: boolean;
  readonly isAnonymous: boolean;
  readonly isDemo: boolean;
  readonly reminder: Reminder;
  readonly contact: string;
  /** The languages that one may answer in. */
  readonly locales: readonly Locale[];
}

/** What all letters of a round say alike. */
export async function loadLetterFacts({ db }: Services, round: Round): Promise<LetterFacts> {
  const { questionnaire } = round;
  const plan = await getPlan(db, round.planId);
  return {
    title: localize(questionnaire.title, 'ja'),
    wardOffice: plan.source.publisher,
    purpose: localize(questionnaire.purpose, 'ja'),
    closesAt: round.closesAt,
    minutes: questionnaire.minutes,
    nQuestions: questionnaire.pages.flatMap(({ questions }) => questions).length,
    isDrawn: round.design === 'probability',
    isAnonymous: isAnonymous(round.audience),
    isDemo: round.isDemo,
    reminder: round.reminder,
    contact: localize(round.terms.contact, 'ja'),
    locales: availableLocales(questionnaire),
  };
}
