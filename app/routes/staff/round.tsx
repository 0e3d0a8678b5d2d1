import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { fieldRound, fieldSchema } from '#app/features/field-round/field-round.server.ts';
import { loadRoundSheet } from '#app/features/field-round/load-round-sheet.server.ts';
import { RoundSheet } from '#app/features/field-round/round-sheet.tsx';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getForm } from '#app/web/form.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '調査回 | 声箱' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return { account: { displayName, role }, sheet: await loadRoundSheet(request, context, round) };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const message = await fieldRound(context.services, { by, round, ...getForm(fieldSchema, context.form) });
  if (message !== undefined) return data({ message }, { status: 409 });
  throw redirect(`/staff/rounds/${round.id}`, 303);
}

export default function RoundPage() {
  const { account, sheet } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={sheet.isDemo}>
      <PageHeading over="調査回">{sheet.title}</PageHeading>
      {refused && (
        <Notice kind="error" isLive title="この操作はできません">
          <p>{refused.message}</p>
        </Notice>
      )}
      <RoundSheet sheet={sheet} />
    </OfficeFrame>
  );
}
