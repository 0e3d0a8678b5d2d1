import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Button } from '#app/components/form/button.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { control } from '#app/features/answer/control-fields.ts';
import { getOpenRound } from '#app/features/answer/find-open-round.server.ts';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { ReviewList } from '#app/features/answer/review-list.tsx';
import { loadRoundHead, numberQuestions } from '#app/features/answer/round-head.server.ts';
import { firstIncomplete } from '#app/features/answer/save-page.server.ts';
import { submitDraft } from '#app/features/answer/submit-draft.server.ts';
import { findVisit } from '#app/features/answer/visit.server.ts';
import { answerWords } from '#app/i18n/ja/answer.ts';
import residentStyles from '#app/styles/resident.css?url';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${answerWords.review.title}${data ? ` | ${data.head.title}` : ''}` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  const visit = await findVisit(request, context, round);
  if (!visit) throw redirect(`/s/${round.id}`);
  const { answers, submissionKey } = visit.draft;
  const pages = visiblePages(round.questionnaire, answers);
  const incomplete = firstIncomplete(pages, answers);
  if (incomplete) throw redirect(`/s/${round.id}/p/${incomplete.id}`);
  return {
    head: await loadRoundHead(context, round),
    pages,
    answers,
    submissionKey,
    numbers: numberQuestions(round.questionnaire),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return submitDraft(request, context, await getOpenRound(context, params.round));
}

export default function Review() {
  const { head, pages, answers, submissionKey, numbers } = useLoaderData<typeof loader>();
  return (
    <ResidentPage head={head}>
      <PageHeading>{answerWords.review.title}</PageHeading>
      <p>{answerWords.review.lead}</p>
      <ReviewList
        pages={pages}
        answers={answers}
        numbers={numbers}
        locale="ja"
        hrefOf={(page) => `/s/${head.roundId}/p/${page.id}?return=review`}
      />
      <form method="post" className="mt-8">
        <input type="hidden" name={control.submissionKey} value={submissionKey} />
        <Button>{answerWords.review.send}</Button>
      </form>
    </ResidentPage>
  );
}
