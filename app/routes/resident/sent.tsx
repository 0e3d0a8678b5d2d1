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

const receiptPattern = /^\d{4}-\d{4}-\d{4}$/;

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? withoutFurigana(`${wordsOf(data.language.locale).answer.sent.title} | ${data.head.title}`)
      : wordsOf('ja').frame.untitled,
  },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const receipt = params.receipt ?? '';
  const round = await getFieldedRound(context, params.round);
  if (!receiptPattern.test(receipt)) throw new Response('round', { status: 404 });
  const language = languageOf(round, linkedLocale(request));
  return {
    head: await loadRoundHead(context.services, { round, locale: language.locale }),
    language,
    receipt,
  };
}

/** Shown after sending; a reload shows the same number, also after the round has closed. */
export default function Sent() {
  const { head, language, receipt } = useLoaderData<typeof loader>();
  const { sent } = wordsOf(language.locale).answer;
  const path = `/s/${head.roundId}/sent/${receipt}`;
  return (
    <ResidentPage
      head={head}
      locale={language.locale}
      languageSwitch={<LanguageLinks language={language} hrefOf={(other) => inLanguage(path, other)} />}
    >
      <PageHeading over={head.title}>
        <Furigana text={sent.title} />
      </PageHeading>
      <p>
        <Furigana text={sent.thanks} />
      </p>
      <div className="my-8 border-2 border-solid-gray-800 p-4">
        <p className="font-700">
          <Furigana text={sent.receipt} />
        </p>
        <p className="text-[1.75rem] font-700 tabular-nums">{receipt}</p>
      </div>
      <p>
        <Furigana text={sent.receiptNote} />
      </p>
      <p className="mt-6">
        <a className="inline-block py-2.5" href="/">
          <Furigana text={sent.toResults} />
        </a>
      </p>
    </ResidentPage>
  );
}
