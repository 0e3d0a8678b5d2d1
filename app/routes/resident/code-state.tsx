import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { inLanguage, languageOf, linkedLocale } from '#app/features/answer/language.ts';
import { LanguageLinks } from '#app/features/answer/language-switch.tsx';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { loadRoundHead } from '#app/fielding/answer/round-head.ts';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import residentStyles from '#app/styles/resident.css?url';
import { getFieldedRound } from '#app/web/residents-round.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? withoutFurigana(`${wordsOf(data.language.locale).code[data.state].title} | ${data.head.title}`)
      : wordsOf('ja').frame.untitled,
  },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getFieldedRound(context, params.round);
  const state = (['used', 'refused'] as const).find((name) => name === params.state);
  if (!state) throw new Response('round', { status: 404 });
  const language = languageOf(round, linkedLocale(request));
  return { head: await loadRoundHead(context.services, { round, locale: language.locale }), language, state };
}

/** A code that was used or withdrawn: no reproach, and what to do now. */
export default function CodeState() {
  const { head, language, state } = useLoaderData<typeof loader>();
  const { locale } = language;
  const { code } = wordsOf(locale);
  const words = code[state];
  const path = `/s/${head.roundId}`;
  return (
    <ResidentPage
      head={head}
      locale={locale}
      languageSwitch={
        <LanguageLinks language={language} hrefOf={(other) => inLanguage(`${path}/code/${state}`, other)} />
      }
    >
      <PageHeading over={head.title}>
        <Furigana text={words.title} />
      </PageHeading>
      {words.lines.map((line) => (
        <p key={line} className="mt-4">
          <Furigana text={line} />
        </p>
      ))}
      <p className="mt-8">
        <a className="inline-block py-2.5" href={inLanguage(path, locale)}>
          <Furigana text={code.another} />
        </a>
      </p>
    </ResidentPage>
  );
}
