import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireAccount } from '#app/.server/account-gate.ts';
import { listRoundSummaries } from '#app/.server/results/list-round-summaries.ts';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { RoundTable } from '#app/components/ui/round-table.tsx';
import officeStyles from '#app/styles/office.css?url';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '集計の状況 | 声箱' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { displayName, role } = await requireAccount(request, context, ['staff', 'manager']);
  return { account: { displayName, role }, rounds: await listRoundSummaries(context) };
}

export default function ManagerRounds() {
  const { account, rounds } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame account={account}>
      <PageHeading>集計の状況</PageHeading>
      <p className="my-4">調査回を選ぶと、指標ごとの割合が回答に合わせて動く画面を開きます。</p>
      <RoundTable rounds={rounds} hrefOf={(id) => `/manager/rounds/${id}`} />
    </OfficeFrame>
  );
}
