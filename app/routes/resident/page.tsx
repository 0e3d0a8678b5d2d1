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
import { languageOf } from '#app/features/answer/language.ts';
import { LanguageButtons } from '#app/features/answer/language-switch.tsx';
import { PageForm } from '#app/features/answer/page-form.tsx';
import { findVisiblePage } from '#app/features/answer/page-place.ts';
import type { Filled } from '#app/features/answer/question-form.tsx';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { loadRoundHead, numberQuestions } from '#app/features/answer/round-head.server.ts';
import { findVisit } from '#app/features/answer/visit.server.ts';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import residentStyles from '#app/styles/resident.css?url';
import { findRefused } from '#surveys/response/take-page.ts';
import { formOf } from '#surveys/response/validate-answers.ts';
import { localize } from '#surveys/text.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const locale = loaded?.language.locale ?? 'ja';
  const words = wordsOf(locale);
  if (!loaded) return [{ title: words.frame.untitled }];
  const title = `${localize(loaded.place.page.title, locale)} | ${loaded.head.title}`;
  return [{ title: withoutFurigana(loaded.isRefused ? words.answer.titleWithError(title) : title) }];
};

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  const visit = await findVisit(request, context, round);
  const place = visit && findVisiblePage(round.questionnaire, visit.draft.answers, params.page);
  if (!place) throw redirect(`/s/${round.id}`);
  const { answers, refused = {}, locale } = visit.draft;
  const saved: Filled = {
    values: { ...formOf(answers), ...refused },
    errors: findRefused([place.page], refused),
  };
  const language = languageOf(round, locale);
  return data({
    head: await loadRoundHead(context, round, language.locale),
    language,
    place,
    numbers: numberQuestions(round.questionnaire),
    saved,
    returnTo: new URL(request.url).searchParams.get('return') ?? context.form.get(control.returnTo),
    // A page that was posted and is shown again has something to mend: what is right leads on.
    isRefused: context.form.size > 0 || saved.errors.length > 0,
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  return answerPage(request, context, {
    round,
    pageId: params.page,
    isFromReview: context.form.get(control.returnTo) === 'review',
  });
}

export default function QuestionPage() {
  const loaded = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <ResidentPage
      head={loaded.head}
      locale={loaded.language.locale}
      languageSwitch={<LanguageButtons language={loaded.language} formId="answers" />}
    >
      <PageForm {...loaded} refused={refused} formId="answers" />
    </ResidentPage>
  );
}
