import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { DashboardBoard } from '#app/features/field-dashboard/dashboard-board.tsx';
import { useDashboard } from '#app/features/field-dashboard/use-dashboard.ts';
import { loadDashboard } from '#app/fielding/watch/dashboard.ts';
import { dashboardWords } from '#app/i18n/ja/dashboard.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export const handle = { hydrate: true };
export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.round.title} | ` : ''}${dashboardWords.title} | 声箱` },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return {
    account: { displayName, role },
    round: { id: round.id, title: round.title, isDemo: round.isDemo },
    view: await loadDashboard(context.services, round),
  };
}

export default function Dashboard() {
  const { account, round, view } = useLoaderData<typeof loader>();
  const state = useDashboard(view, `/staff/rounds/${round.id}/dashboard/events`);
  return (
    <OfficeFrame account={account} isDemo={round.isDemo}>
      <PageHeading over={round.title}>{dashboardWords.title}</PageHeading>
      <p>
        <a className="inline-block py-2.5" href={`/staff/rounds/${round.id}`}>
          調査回のページへ
        </a>
      </p>
      <DashboardBoard {...state} />
    </OfficeFrame>
  );
}
