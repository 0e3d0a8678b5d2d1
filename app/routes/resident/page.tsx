import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { isFromReview, readDirection } from '#app/features/answer/answer-forms.server.ts';
import { inLanguage, languageOf } from '#app/features/answer/language.ts';
import { LanguageButtons } from '#app/features/answer/language-switch.tsx';
import { hrefOfStep } from '#app/features/answer/lead-on.server.ts';
import { PageForm } from '#app/features/answer/page-form.tsx';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { loadPage } from '#app/fielding/answer/load-visit.ts';
import { loadRoundHead } from '#app/fielding/answer/round-head.ts';
import { savePage } from '#app/fielding/answer/save-page.ts';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import residentStyles from '#app/styles/resident.css?url';
import { getOpenRound } from '#app/web/residents-round.ts';
import { readVisitToken } from '#app/web/visit-cookie.ts';
import { numberQuestions } from '#surveys/questionnaire/question-numbers.ts';
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
  const token = await readVisitToken(request, context, round);
  const visited = await loadPage(context.services, { round, token, pageId: params.page });
  if (!visited) throw redirect(`/s/${round.id}`);
  const { place, saved } = visited;
  const language = languageOf(round, visited.locale);
  return data({
    head: await loadRoundHead(context.services, { round, locale: language.locale }),
    language,
    place,
    numbers: numberQuestions(round.questionnaire),
    saved,
    isFromReview: new URL(request.url).searchParams.get('return') === 'review' || isFromReview(context.form),
    // A page that was posted and is shown again has something to put right: what is right leads on.
    isRefused: context.form.size > 0 || saved.errors.length > 0,
  });
}

/** Stores the answers of the page and leads on; what is wrong comes back with what was typed. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const round = await getOpenRound(context, params.round);
  const isChange = isFromReview(context.form);
  const { direction, wantedLocale } = readDirection(context.form);
  const saved = await savePage(context.services, {
    round,
    token: await readVisitToken(request, context, round),
    pageId: params.page,
    typed: fieldsOf(context.form),
    direction,
    isFromReview: isChange,
    wantedLocale,
  });
  if (saved.kind === 'no_visit') throw redirect(`/s/${round.id}`, 303);
  if (saved.kind === 'invalid') return data(saved.filled, { status: 400 });
  const { next, locale } = saved;
  const suffix = isChange && next.kind === 'page' && direction !== 'back' ? '?return=review' : '';
  throw redirect(inLanguage(`${hrefOfStep(round, next)}${suffix}`, locale), 303);
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
