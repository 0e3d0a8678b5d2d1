import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { actOnLetters } from '#app/features/letters/act-on-letters.server.ts';
import { CodesPage } from '#app/features/letters/codes-page.tsx';
import { letterActions } from '#app/fielding/codes/change-letter.ts';
import { loadCodesOverview } from '#app/fielding/codes/load-codes-overview.ts';
import { letterActionWords } from '#app/i18n/ja/letters.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

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
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return {
    account: { displayName, role },
    page: await loadCodesOverview(context.services, round),
    changed: findChanged(new URL(request.url).searchParams),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const result = await actOnLetters(context, { by, round });
  const page = `/staff/rounds/${round.id}/codes`;
  switch (result.kind) {
    case 'done':
      throw redirect(page, 303);
    case 'changed':
      throw redirect(`${page}?changed=${result.action}&serial=${result.serial}`, 303);
    case 'refused':
      return data({ ...result, typed: Object.fromEntries(context.form) }, { status: 409 });
  }
}

/** What was done with a letter just before, as the address tells. */
function findChanged(query: URLSearchParams): string | undefined {
  const action = letterActions.find((name) => name === query.get('changed'));
  const serial = Number(query.get('serial'));
  return action && Number.isInteger(serial) && serial > 0 ? letterActionWords(action, serial) : undefined;
}

export default function Codes() {
  const { account, page, changed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={page.isDemo}>
      <PageHeading over={page.title}>回答コードと手紙</PageHeading>
      <p>
        <a className="inline-block py-2.5" href={`/staff/rounds/${page.roundId}`}>
          調査回へ戻る
        </a>
      </p>
      {refused && <Notice kind="error" isLive title={refused.message} />}
      {!refused && changed && <Notice kind="success" isLive title={changed} />}
      <CodesPage page={page} typed={refused?.typed ?? {}} />
    </OfficeFrame>
  );
}
