import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { begin } from '#app/features/answer/begin.server.ts';
import { getOpenRound } from '#app/features/answer/find-open-round.server.ts';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { loadRoundHead, numberQuestions } from '#app/features/answer/round-head.server.ts';
import { answerSinglePage } from '#app/features/answer/single-page.server.ts';
import { SinglePageForm } from '#app/features/answer/single-page-form.tsx';
import { SinglePageReview } from '#app/features/answer/single-page-review.tsx';
import { BeginForm, StartFacts } from '#app/features/answer/start-form.tsx';
import residentStyles from '#app/styles/resident.css?url';
import { localize } from '#surveys/text.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.head.title} | ${data.head.wardOffice}` : '住民アンケート' },
];

/** The same for everyone, so any cache may keep it as long as it asks whether it changed. */
export const headers: HeadersFunction = ({ actionHeaders }) =>
  [...actionHeaders.keys()].length > 0 ? actionHeaders : { 'Cache-Control': 'public, no-cache' };

export async function loader({ params, context }: LoaderFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  const { questionnaire } = round;
  const numbers = numberQuestions(questionnaire);
  return {
    head: await loadRoundHead(context, round),
    facts: {
      purpose: localize(questionnaire.purpose, 'ja'),
      minutes: questionnaire.minutes,
      nQuestions: Object.keys(numbers).length,
      closesAt: round.closesAt,
      audience: round.audience,
    },
    single: questionnaire.layout === 'single' ? { pages: questionnaire.pages, numbers } : null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  return round.questionnaire.layout === 'single'
    ? answerSinglePage(request, context, round)
    : begin(request, context, round);
}

export default function Start() {
  const { head, facts, single } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (single && answered?.kind === 'review') {
    return (
      <ResidentPage head={head}>
        <SinglePageReview {...single} {...answered} roundId={head.roundId} />
      </ResidentPage>
    );
  }
  return (
    <ResidentPage head={head}>
      <PageHeading>{head.title}</PageHeading>
      <StartFacts {...facts} wardOffice={head.wardOffice} />
      {single ? (
        <SinglePageForm {...single} filled={answered?.filled ?? { values: {}, errors: [] }} />
      ) : (
        <BeginForm />
      )}
    </ResidentPage>
  );
}
