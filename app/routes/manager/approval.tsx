import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { ApprovalSheet } from '#app/features/launch-round/approval-sheet.tsx';
import { loadApproval } from '#app/fielding/rounds/approval.ts';
import { moveRoundFor } from '#app/fielding/rounds/move-round-for.ts';
import { refusalWords } from '#app/i18n/ja/lifecycle.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getForm } from '#app/web/form.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

const decisionSchema = z.strictObject({
  action: z.enum(['approve', 'return', 'publish']),
  note: z.string(),
  /** The step of the request that was looked at. */
  request: z.string(),
});

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '調査回の承認 | 声箱' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const account = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const { displayName, role } = account;
  return {
    account: { displayName, role },
    view: await loadApproval(context.services, { by: account, round }),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const { action: transition, note, request } = getForm(decisionSchema, context.form);
  const outcome = await moveRoundFor(context.services, {
    by,
    roundId: round.id,
    transition,
    note,
    ...(transition === 'approve' && { seenRequest: Number(request) }),
  });
  if (outcome.kind === 'refused') return data({ refusal: refusalWords(outcome.refusal) }, { status: 409 });
  throw redirect(`/manager/rounds/${round.id}/approval`, 303);
}

export default function Approval() {
  const { account, view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={view.setup.round.isDemo}>
      <PageHeading over="調査回の承認">{view.setup.round.title}</PageHeading>
      {answer && (
        <Notice kind="error" isLive title="この操作はできません">
          <p>{answer.refusal}</p>
        </Notice>
      )}
      <ApprovalSheet view={view} />
    </OfficeFrame>
  );
}
