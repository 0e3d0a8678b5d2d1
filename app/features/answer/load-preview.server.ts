import type { AppLoadContext } from '@remix-run/node';
import { languageOf } from '#app/features/answer/language.ts';
import { loadRoundHead, numberQuestions } from '#app/features/answer/round-head.server.ts';
import { startFactsOf } from '#app/features/answer/start-facts.ts';
import type { Round } from '#surveys/round/round.ts';

/** One screen of a round for its preview, in the language asked for; the first screen for any other number. */
export async function loadPreview(context: AppLoadContext, round: Round, search: URLSearchParams) {
  const language = languageOf(round, search.get('lang'));
  const { locale } = language;
  const { pages } = round.questionnaire;
  const asked = Number(search.get('screen'));
  const screen = Number.isInteger(asked) && asked > 0 && asked <= pages.length ? asked : 0;
  const head = await loadRoundHead(context, round, locale);
  return {
    head,
    facts: { ...startFactsOf(round, locale), wardOffice: head.wardOffice },
    language,
    screen,
    pages,
    numbers: numberQuestions(round.questionnaire),
  };
}
