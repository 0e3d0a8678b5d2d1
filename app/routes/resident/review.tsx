import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Button } from '#app/components/form/button.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { readSubmissionKey, switchedLocale } from '#app/features/answer/answer-forms.server.ts';
import { control } from '#app/features/answer/control-fields.ts';
import { inLanguage, languageOf, linkedLocale } from '#app/features/answer/language.ts';
import { LanguageButtons } from '#app/features/answer/language-switch.tsx';
import { deviceOf, hrefOfStep, leadToReceipt } from '#app/features/answer/lead-on.server.ts';
import { AnswerErrorSummary } from '#app/features/answer/question-form.tsx';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { ReviewList } from '#app/features/answer/review-list.tsx';
import { loadReview } from '#app/fielding/answer/load-visit.ts';
import { loadRoundHead } from '#app/fielding/answer/round-head.ts';
import { submitDraft } from '#app/fielding/answer/submit-draft.ts';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import residentStyles from '#app/styles/resident.css?url';
import { getOpenRound } from '#app/web/residents-round.ts';
import { readVisitToken } from '#app/web/visit-cookie.ts';
import type { Page } from '#surveys/questionnaire/definition.ts';
import { numberQuestions } from '#surveys/questionnaire/question-numbers.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? withoutFurigana(`${wordsOf(data.language.locale).answer.review.title} | ${data.head.title}`)
      : wordsOf('ja').frame.untitled,
  },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services } = context;
  const round = await getOpenRound(context, params.round);
  const review = await loadReview(services, { round, token: await readVisitToken(request, context, round) });
  if (review.kind === 'no_visit') throw redirect(`/s/${round.id}`);
  if (review.kind === 'incomplete') throw redirect(`/s/${round.id}/p/${review.pageId}`);
  const { pages, answers, refused, submissionKey } = review;
  const language = languageOf(round, review.locale);
  const head = await loadRoundHead(services, { round, locale: language.locale });
  return {
    head,
    language,
    pages,
    answers,
    refused,
    submissionKey,
    numbers: numberQuestions(round.questionnaire),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { services, form, clientIp } = context;
  const round = await getOpenRound(context, params.round);
  const submitted = await submitDraft(services, {
    round,
    token: await readVisitToken(request, context, round),
    submissionKey: readSubmissionKey(form),
    wantedLocale: switchedLocale(form),
    pageLocale: linkedLocale(request),
    device: deviceOf(request),
    clientIp,
  });
  const { locale } = submitted;
  switch (submitted.kind) {
    case 'language_changed':
    case 'nothing_sent':
      return redirect(inLanguage(hrefOfStep(round, { kind: 'review' }), locale), 303);
    case 'incomplete':
      return redirect(inLanguage(hrefOfStep(round, { kind: 'page', id: submitted.pageId }), locale), 303);
    default:
      return leadToReceipt(context, { round, submitted, locale });
  }
}

export default function Review() {
  const { head, language, pages, answers, refused, submissionKey, numbers } = useLoaderData<typeof loader>();
  const { locale } = language;
  const words = wordsOf(locale).answer.review;
  const path = `/s/${head.roundId}`;
  const hrefOf = (page: Page) => inLanguage(`${path}/p/${page.id}?return=review`, locale);
  return (
    <ResidentPage
      head={head}
      locale={locale}
      languageSwitch={<LanguageButtons language={language} formId="review" />}
    >
      <AnswerErrorSummary pages={pages} numbers={numbers} errors={refused} hrefOf={hrefOf} />
      <PageHeading>
        <Furigana text={words.title} />
      </PageHeading>
      <p>
        <Furigana text={words.lead} />
      </p>
      <ReviewList pages={pages} answers={answers} numbers={numbers} hrefOf={hrefOf} />
      <form id="review" method="post" action={inLanguage(`${path}/review`, locale)} className="mt-8">
        <input type="hidden" name={control.submissionKey} value={submissionKey} />
        <Button>
          <Furigana text={words.send} />
        </Button>
      </form>
    </ResidentPage>
  );
}
