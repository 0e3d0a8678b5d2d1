import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { InviteesPage } from '#app/features/invitees/invitees-page.tsx';
import { inviteByName } from '#app/fielding/codes/invite-by-name.ts';
import { loadInvitees } from '#app/fielding/codes/load-invitees.ts';
import { inviteRefusalMessage } from '#app/i18n/ja/letters.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getForm } from '#app/web/form.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import { mayChangeCodes, type Round } from '#surveys/round/round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '依頼した相手 | 声箱' }];

/** Longer lists than anybody types are cut off. */
const namesSchema = z.object({ names: z.string().transform((names) => names.slice(0, 20_000)) });

/** @throws {Response} 404 for a round where nobody may learn who answered what */
function requireAttributed(round: Round): Round {
  if (!isAskedByName(round)) throw new Response(null, { status: 404 });
  return round;
}

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
      canInvite: round.access === 'code' && mayChangeCodes(round.state),
    },
    invitees: await loadInvitees(context.services, round),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = requireAttributed(await getOfficeRound(context, params.round));
  const { names } = getForm(namesSchema, context.form);
  const result = await inviteByName(context.services, { by, round, names });
  if (result.kind === 'refused') {
    return data({ typed: names, message: inviteRefusalMessage(result.refusal) }, { status: 400 });
  }
  throw redirect(`/staff/rounds/${round.id}/invitees`, 303);
}

export default function Invitees() {
  const { account, round, invitees } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
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
        refused={refused}
      />
    </OfficeFrame>
  );
}
