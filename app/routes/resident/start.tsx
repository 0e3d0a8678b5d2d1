import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { switchedLocale } from '#app/features/answer/answer-forms.server.ts';
import { answerOnOnePage, beginVisit } from '#app/features/answer/answer-start.server.ts';
import { CodeErrorSummary } from '#app/features/answer/code-field.tsx';
import { CodeNotes } from '#app/features/answer/code-notes.tsx';
import { inLanguage, languageOf, linkedLocale } from '#app/features/answer/language.ts';
import { LanguageButtons, LanguageLinks } from '#app/features/answer/language-switch.tsx';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { SinglePageForm } from '#app/features/answer/single-page-form.tsx';
import { SinglePageReview } from '#app/features/answer/single-page-review.tsx';
import { startFactsOf } from '#app/features/answer/start-facts.ts';
import {
  BeginForm,
  BeginWithCodeForm,
  CodeEntryFields,
  StartFacts,
} from '#app/features/answer/start-form.tsx';
import { loadRoundHead } from '#app/fielding/answer/round-head.ts';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import residentStyles from '#app/styles/resident.css?url';
import { getOpenRound } from '#app/web/residents-round.ts';
import { numberQuestions } from '#surveys/questionnaire/question-numbers.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? withoutFurigana(`${data.head.title} | ${data.head.wardOffice}`)
      : wordsOf('ja').frame.untitled,
  },
];

/** The same for everyone, so any cache may keep it as long as it asks whether it changed. */
export const headers: HeadersFunction = ({ actionHeaders }) =>
  [...actionHeaders.keys()].length > 0 ? actionHeaders : { 'Cache-Control': 'public, no-cache' };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  const { questionnaire } = round;
  const numbers = numberQuestions(questionnaire);
  const language = languageOf(round, switchedLocale(context.form), linkedLocale(request));
  return {
    head: await loadRoundHead(context.services, { round, locale: language.locale }),
    language,
    facts: startFactsOf(round, language.locale),
    letter:
      round.access === 'code'
        ? { reminder: round.reminder, isRead: new URL(request.url).searchParams.get('code') === 'read' }
        : null,
    single: questionnaire.layout === 'single' ? { pages: questionnaire.pages, numbers } : null,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  return round.questionnaire.layout === 'single'
    ? answerOnOnePage(request, context, round)
    : beginVisit(request, context, round);
}

export default function Start() {
  const { head, language, facts, single, letter } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { locale } = language;
  const path = `/s/${head.roundId}${letter?.isRead ? '?code=read' : ''}`;
  const page = {
    head,
    locale,
    languageSwitch: single ? (
      <LanguageButtons language={language} formId="answers" />
    ) : (
      <LanguageLinks language={language} hrefOf={(other) => inLanguage(path, other)} />
    ),
  };
  const form = { formId: 'answers', action: inLanguage(path, locale) };
  if (single && answered?.kind === 'review') {
    return (
      <ResidentPage {...page}>
        <SinglePageReview {...single} {...answered} {...form} />
      </ResidentPage>
    );
  }
  const refusal = answered && 'refusal' in answered ? answered.refusal : undefined;
  const entry = letter && { roundId: head.roundId, isRead: letter.isRead, refusal };
  const filled = answered?.kind === 'invalid' ? answered.filled : { values: {}, errors: [] };
  return (
    <ResidentPage {...page}>
      <CodeErrorSummary obstacle={refusal?.obstacle} />
      <PageHeading>
        <Furigana text={head.title} />
      </PageHeading>
      <StartFacts {...facts} wardOffice={head.wardOffice} />
      {letter && isAnonymous(facts.audience) && <CodeNotes reminder={letter.reminder} />}
      {single ? (
        <SinglePageForm {...single} {...form} filled={filled}>
          {entry && <CodeEntryFields {...entry} />}
        </SinglePageForm>
      ) : entry ? (
        <BeginWithCodeForm {...entry} />
      ) : (
        <BeginForm />
      )}
    </ResidentPage>
  );
}
