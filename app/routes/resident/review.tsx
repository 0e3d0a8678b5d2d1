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
import { control } from '#app/features/answer/control-fields.ts';
import { getOpenRound } from '#app/features/answer/find-open-round.server.ts';
import { inLanguage, languageOf } from '#app/features/answer/language.ts';
import { LanguageButtons } from '#app/features/answer/language-switch.tsx';
import { AnswerErrorSummary } from '#app/features/answer/question-form.tsx';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { ReviewList } from '#app/features/answer/review-list.tsx';
import { loadRoundHead, numberQuestions } from '#app/features/answer/round-head.server.ts';
import { firstIncomplete } from '#app/features/answer/save-page.server.ts';
import { submitDraft } from '#app/features/answer/submit-draft.server.ts';
import { findVisit } from '#app/features/answer/visit.server.ts';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import residentStyles from '#app/styles/resident.css?url';
import type { Page } from '#surveys/questionnaire/definition.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import { findRefused } from '#surveys/response/take-page.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? withoutFurigana(`${wordsOf(data.language.locale).answer.review.title} | ${data.head.title}`)
      : wordsOf('ja').frame.untitled,
  },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  const visit = await findVisit(request, context, round);
  if (!visit) throw redirect(`/s/${round.id}`);
  const { answers, submissionKey, refused = {} } = visit.draft;
  const pages = visiblePages(round.questionnaire, answers);
  const incomplete = firstIncomplete(pages, answers);
  if (incomplete) throw redirect(`/s/${round.id}/p/${incomplete.id}`);
  const language = languageOf(round, visit.draft.locale);
  return {
    head: await loadRoundHead(context, round, language.locale),
    language,
    pages,
    answers,
    // Typed and no answer: it is not sent, and whoever looks at the review has to know.
    refused: findRefused(pages, refused),
    submissionKey,
    numbers: numberQuestions(round.questionnaire),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return submitDraft(request, context, await getOpenRound(context, params.round));
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
