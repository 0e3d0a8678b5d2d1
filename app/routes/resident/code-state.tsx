import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { loadRoundHead } from '#app/features/answer/round-head.server.ts';
import { codeWords } from '#app/i18n/ja/code.ts';
import residentStyles from '#app/styles/resident.css?url';
import { findRound } from '#db/queries/round.ts';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${codeWords[data.state].title} | ${data.head.title}` : '住民アンケート' },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, hasDemo } = context.services;
  const round = await findRound(db, params.round ?? '');
  const state = (['used', 'refused'] as const).find((name) => name === params.state);
  if (!round || !state || (round.isDemo && !hasDemo)) throw new Response('round', { status: 404 });
  return { head: await loadRoundHead(context, round), state };
}

/** A code that was used or withdrawn: no reproach, and what to do now. */
export default function CodeState() {
  const { head, state } = useLoaderData<typeof loader>();
  const words = codeWords[state];
  return (
    <ResidentPage head={head}>
      <PageHeading over={head.title}>{words.title}</PageHeading>
      {words.lines.map((line) => (
        <p key={line} className="mt-4">
          {line}
        </p>
      ))}
      <p className="mt-8">
        <a className="inline-block py-2.5" href={`/s/${head.roundId}`}>
          {codeWords.another}
        </a>
      </p>
    </ResidentPage>
  );
}
