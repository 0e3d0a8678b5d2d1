import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { languageOf } from '#app/features/answer/language.ts';
import { PreviewPage } from '#app/features/answer/preview-page.tsx';
import { startFactsOf } from '#app/features/answer/start-facts.ts';
import { loadRoundHead } from '#app/fielding/answer/round-head.ts';
import residentStyles from '#app/styles/resident.css?url';
import { getOfficeRound } from '#app/web/office-round.ts';
import { numberQuestions } from '#surveys/questionnaire/question-numbers.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];
export const meta = () => [{ title: '画面の確認 | 声箱' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOfficeRound(context, params.round);
  const { searchParams } = new URL(request.url);
  const language = languageOf(round, searchParams.get('lang'));
  const { locale } = language;
  const head = await loadRoundHead(context.services, { round, locale });
  const { pages } = round.questionnaire;
  const asked = Number(searchParams.get('screen'));
  return {
    head,
    facts: { ...startFactsOf(round, locale), wardOffice: head.wardOffice },
    language,
    // The first screen for any number that is none of a screen.
    screen: Number.isInteger(asked) && asked > 0 && asked <= pages.length ? asked : 0,
    pages,
    numbers: numberQuestions(round.questionnaire),
  };
}

/** Shown in the outline of a phone while a round is prepared and approved; it takes no answers. */
export default function RoundPreview() {
  return <PreviewPage {...useLoaderData<typeof loader>()} />;
}
