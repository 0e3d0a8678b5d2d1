import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink } from '#app/components/form/button.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { RoundTable } from '#app/components/ui/round-table.tsx';
import { listRoundSummaries } from '#app/fielding/results/list-round-summaries.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '調査回 | 声箱' }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  return { account: { displayName, role }, rounds: await listRoundSummaries(context.services) };
}

export default function Rounds() {
  const { account, rounds } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame account={account}>
      <PageHeading>調査回</PageHeading>
      <p className="my-4">
        <ButtonLink href="/staff/rounds/new">調査回をつくる</ButtonLink>
      </p>
      <RoundTable rounds={rounds} hrefOf={(id) => `/staff/rounds/${id}`} />
    </OfficeFrame>
  );
}
