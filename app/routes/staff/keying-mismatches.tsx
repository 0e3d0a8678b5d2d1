import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireAccount } from '#app/.server/account-gate.ts';
import { getOfficeRound } from '#app/.server/office-round.ts';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { ErrorRates } from '#app/features/keying/error-rates.tsx';
import { loadMismatches } from '#app/features/keying/load-mismatches.server.ts';
import { MismatchList } from '#app/features/keying/mismatch-list.tsx';
import { settleMismatch } from '#app/features/keying/settle-mismatch.server.ts';
import { SettleNotice } from '#app/features/keying/settle-notice.tsx';
import { SettlerForm } from '#app/features/keying/settler-form.tsx';
import officeStyles from '#app/styles/office.css?url';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '入力の不一致 | 声箱' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, displayName, role } = await requireAccount(request, context, ['staff']);
  const round = await getOfficeRound(context, params.round);
  return { account: { displayName, role }, view: await loadMismatches(context, round, id) };
}

const goodKinds: readonly string[] = ['settled', 'discarded', 'settler_changed'];

export async function action({ request, params, context }: ActionFunctionArgs) {
  const account = await requireAccount(request, context, ['staff']);
  const round = await getOfficeRound(context, params.round);
  const result = await settleMismatch(context, round, account);
  return data(result, { status: goodKinds.includes(result.kind) ? 200 : 400 });
}

export default function KeyingMismatches() {
  const { account, view } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const roundHref = `/staff/rounds/${view.id}`;
  return (
    <OfficeFrame account={account} isDemo={view.isDemo}>
      <Breadcrumbs
        trail={[
          { label: view.title, href: roundHref },
          { label: '紙の調査票の入力', href: `${roundHref}/keying` },
          { label: '不一致' },
        ]}
      />
      <PageHeading over={view.title}>入力の不一致</PageHeading>
      <SettleNotice result={result} />
      <p>2人の入力が一致しない票です。紙の調査票を見て、正しい値を入力してください。</p>
      <SettlerForm settler={view.settler} />
      <MismatchList view={view} result={result} />
      <ErrorRates rates={view.errorRates} />
    </OfficeFrame>
  );
}
