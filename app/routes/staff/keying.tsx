import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { firstValues } from '#app/features/keying/first-values.ts';
import { keyForm } from '#app/features/keying/key-form.server.ts';
import { KeyingForm } from '#app/features/keying/keying-form.tsx';
import { KeyingNotice } from '#app/features/keying/keying-notices.tsx';
import { KeyingStatus } from '#app/features/keying/keying-status.tsx';
import { loadKeying } from '#app/features/keying/load-keying.server.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

/** Enter moves between fields, so that nobody needs the mouse; without JavaScript it is a plain form. */
export const handle = { hydrate: true };
export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '紙の調査票の入力 | 声箱' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id, displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return { account: { displayName, role }, round: await loadKeying(context, round, id) };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const account = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const result = await keyForm(context, round, account);
  // An id for what was just recorded: the form then starts anew for the next paper.
  return data({ result, at: context.requestId }, { status: result.kind === 'keyed' ? 200 : 400 });
}

export default function Keying() {
  const { account, round } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={round.isDemo}>
      <Breadcrumbs
        trail={[{ label: round.title, href: `/staff/rounds/${round.id}` }, { label: '紙の調査票の入力' }]}
      />
      <PageHeading over={round.title}>紙の調査票の入力</PageHeading>
      <KeyingStatus round={round} />
      <KeyingNotice roundId={round.id} result={done?.result} />
      {round.takesPaper ? (
        <KeyingForm
          key={done?.at ?? 'first'}
          round={round}
          values={firstValues(done?.result)}
          errors={done?.result.kind === 'invalid' ? done.result.errors : {}}
        />
      ) : (
        <Notice kind="warning" title="いまは入力できません">
          <p>受付の開始から結果の確定までの間に入力できます。</p>
        </Notice>
      )}
    </OfficeFrame>
  );
}
