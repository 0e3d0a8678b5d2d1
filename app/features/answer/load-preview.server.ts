import type { AppLoadContext } from '@remix-run/node';
import { loadRoundHead, numberQuestions } from '#app/features/answer/round-head.server.ts';
import { startFactsOf } from '#app/features/answer/start-facts.ts';
import type { Round } from '#surveys/round/round.ts';
import { locales, localize } from '#surveys/text.ts';

/** One screen of a round for its preview, in the language asked for; the first screen for any other number. */
export async function loadPreview(context: AppLoadContext, round: Round, search: URLSearchParams) {
  const locale = locales.find((candidate) => candidate === search.get('lang')) ?? 'ja';
  const { pages } = round.questionnaire;
  const asked = Number(search.get('screen'));
  const screen = Number.isInteger(asked) && asked > 0 && asked <= pages.length ? asked : 0;
  const head = await loadRoundHead(context, round);
  return {
    head: { ...head, title: localize(round.questionnaire.title, locale) },
    facts: { ...startFactsOf(round, locale), wardOffice: head.wardOffice },
    locale,
    screen,
    pages,
    numbers: numberQuestions(round.questionnaire),
  };
}
