import type { AppLoadContext } from '@remix-run/node';
import type { RoundHead } from '#app/features/answer/resident-page.tsx';
import { getPlan } from '#db/queries/plan.ts';
import type { Page, Questionnaire } from '#surveys/questionnaire/definition.ts';
import type { Round } from '#surveys/round/round.ts';
import { type Locale, localize } from '#surveys/text.ts';

/** What every resident page says of its round. */
export async function loadRoundHead(
  context: AppLoadContext,
  round: Round,
  locale: Locale,
): Promise<RoundHead> {
  const plan = await getPlan(context.services.db, round.planId);
  return {
    roundId: round.id,
    title: localize(round.questionnaire.title, locale),
    wardOffice: plan.source.publisher,
    isDemo: round.isDemo,
  };
}

/** The running number of every question, the same for everyone however many they are asked. */
export function numberQuestions(questionnaire: Questionnaire): Record<string, number> {
  const questions = questionnaire.pages.flatMap((page: Page) => page.questions);
  return Object.fromEntries(questions.map(({ id }, index) => [id, index + 1]));
}
