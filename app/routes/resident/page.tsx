import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { answerPage } from '#app/features/answer/answer-page.server.ts';
import { control } from '#app/features/answer/control-fields.ts';
import { getOpenRound } from '#app/features/answer/find-open-round.server.ts';
import { PageForm } from '#app/features/answer/page-form.tsx';
import { findVisiblePage } from '#app/features/answer/page-place.ts';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { loadRoundHead, numberQuestions } from '#app/features/answer/round-head.server.ts';
import { findVisit } from '#app/features/answer/visit.server.ts';
import { answerWords } from '#app/i18n/ja/answer.ts';
import residentStyles from '#app/styles/resident.css?url';
import { localize } from '#surveys/text.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const title = loaded
    ? `${localize(loaded.place.page.title, 'ja')} | ${loaded.head.title}`
    : '住民アンケート';
  return [{ title: loaded?.isRefused ? answerWords.titleWithError(title) : title }];
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  const visit = await findVisit(request, context, round);
  const place = visit && findVisiblePage(round.questionnaire, visit.draft.answers, params.page);
  if (!place) throw redirect(`/s/${round.id}`);
  return data({
    head: await loadRoundHead(context, round),
    place,
    numbers: numberQuestions(round.questionnaire),
    answers: visit.draft.answers,
    returnTo: new URL(request.url).searchParams.get('return') ?? context.form.get(control.returnTo),
    // A page that was posted and is shown again has something to mend: what is right leads on.
    isRefused: context.form.has(control.go),
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  return answerPage(request, context, {
    round,
    pageId: params.page,
    isBack: context.form.get(control.go) === 'back',
    isFromReview: context.form.get(control.returnTo) === 'review',
  });
}

export default function QuestionPage() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ResidentPage head={loaded.head}>
      <PageForm {...loaded} refused={refused} />
    </ResidentPage>
  );
}
