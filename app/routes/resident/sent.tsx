import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { ResidentPage } from '#app/features/answer/resident-page.tsx';
import { loadRoundHead } from '#app/features/answer/round-head.server.ts';
import { answerWords } from '#app/i18n/ja/answer.ts';
import residentStyles from '#app/styles/resident.css?url';
import { findRound } from '#db/queries/round.ts';

const receiptPattern = /^\d{4}-\d{4}-\d{4}$/;

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${answerWords.sent.title}${data ? ` | ${data.head.title}` : ''}` },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const receipt = params.receipt ?? '';
  const round = await findRound(context.services.db, params.round ?? '');
  if (!round || !receiptPattern.test(receipt)) throw new Response('round', { status: 404 });
  return { head: await loadRoundHead(context, round), receipt };
}

/** Shown after sending; a reload shows the same number, also after the round has closed. */
export default function Sent() {
  const { head, receipt } = useLoaderData<typeof loader>();
  return (
    <ResidentPage head={head}>
      <PageHeading over={head.title}>{answerWords.sent.title}</PageHeading>
      <p>{answerWords.sent.thanks}</p>
      <div className="my-8 border-2 border-solid-gray-800 p-4">
        <p className="font-700">{answerWords.sent.receipt}</p>
        <p className="text-[1.75rem] font-700 tabular-nums">{receipt}</p>
      </div>
      <p>{answerWords.sent.receiptNote}</p>
      <p className="mt-6">
        <a className="inline-block py-2.5" href="/">
          {answerWords.sent.toResults}
        </a>
      </p>
    </ResidentPage>
  );
}
