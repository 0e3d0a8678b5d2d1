import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { inviteByName } from '#app/features/invitees/invite-by-name.server.ts';
import { InviteesPage } from '#app/features/invitees/invitees-page.tsx';
import { canInvite, loadInvitees, requireAttributed } from '#app/features/invitees/load-invitees.server.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '依頼した相手 | 声箱' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = requireAttributed(await getOfficeRound(context, params.round));
  return {
    account: { displayName, role },
    round: {
      id: round.id,
      title: round.title,
      isDemo: round.isDemo,
      usesCodes: round.access === 'code',
      canInvite: canInvite(round),
    },
    invitees: await loadInvitees(context, round),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = requireAttributed(await getOfficeRound(context, params.round));
  const result = await inviteByName(context, { by, round });
  if (result.kind === 'refused') return data(result, { status: 400 });
  throw redirect(`/staff/rounds/${round.id}/invitees`, 303);
}

export default function Invitees() {
  const { account, round, invitees } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={round.isDemo}>
      <PageHeading over={round.title}>依頼した相手</PageHeading>
      <p>
        <a className="inline-block py-2.5" href={`/staff/rounds/${round.id}`}>
          調査回へ戻る
        </a>
      </p>
      <InviteesPage
        roundId={round.id}
        usesCodes={round.usesCodes}
        canInvite={round.canInvite}
        data={invitees}
        result={result}
      />
    </OfficeFrame>
  );
}
