import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireAccount } from '#app/.server/account-gate.ts';
import { getOfficeRound } from '#app/.server/office-round.ts';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { actOnLetters } from '#app/features/letters/act-on-letters.server.ts';
import { CodesPage } from '#app/features/letters/codes-page.tsx';
import { loadCodesPage } from '#app/features/letters/load-codes-page.server.ts';
import officeStyles from '#app/styles/office.css?url';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];

const refreshSeconds = '2';

/** While codes are being made the page looks again by itself, without any script. */
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: '回答コードと手紙 | 声箱' },
  ...(loaded?.page.batches.some(({ nMade, nCodes, isSealed }) => !isSealed && nMade < nCodes)
    ? [{ httpEquiv: 'refresh', content: refreshSeconds }]
    : []),
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { displayName, role } = await requireAccount(request, context, ['staff']);
  const round = await getOfficeRound(context, params.round);
  return { account: { displayName, role }, page: await loadCodesPage(context, round) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const by = await requireAccount(request, context, ['staff']);
  const round = await getOfficeRound(context, params.round);
  const result = await actOnLetters(context, { by, round });
  if (result.kind === 'done' && result.message === undefined) {
    throw redirect(`/staff/rounds/${round.id}/codes`, 303);
  }
  return data(result, { status: result.kind === 'refused' ? 409 : 200 });
}

export default function Codes() {
  const { account, page } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={page.isDemo}>
      <PageHeading over={page.title}>回答コードと手紙</PageHeading>
      <p>
        <a className="inline-block py-2.5" href={`/staff/rounds/${page.roundId}`}>
          調査回へ戻る
        </a>
      </p>
      {result?.message !== undefined && (
        <Notice kind={result.kind === 'done' ? 'success' : 'error'} isLive title={result.message} />
      )}
      <CodesPage page={page} />
    </OfficeFrame>
  );
}
