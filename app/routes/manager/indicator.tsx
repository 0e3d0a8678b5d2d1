import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { describeGrounds } from '#app/features/indicator-detail/describe-grounds.ts';
import { IndicatorDetailPage } from '#app/features/indicator-detail/indicator-detail-page.tsx';
import { findIndicatorGrounds } from '#app/fielding/results/find-indicator-grounds.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.detail.sheet.indicator.id} | ${data.round.title} | ` : ''}声箱` },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const grounds = await findIndicatorGrounds(context.services, {
    round,
    indicatorId: params.indicator ?? '',
  });
  if (!grounds) throw new Response(null, { status: 404 });
  return {
    account: { displayName, role },
    round: { id: round.id, title: round.title, isDemo: round.isDemo },
    detail: describeGrounds(grounds),
  };
}

export default function IndicatorOfRound() {
  const { account, round, detail } = useLoaderData<typeof loader>();
  const { indicator } = detail.sheet;
  return (
    <OfficeFrame account={account} isDemo={round.isDemo}>
      <Breadcrumbs
        trail={[
          { label: '集計の状況', href: '/manager' },
          { label: round.title, href: `/manager/rounds/${round.id}` },
          { label: indicator.id },
        ]}
      />
      <PageHeading over={`指標 ${indicator.id}`}>{indicator.wording}</PageHeading>
      <IndicatorDetailPage detail={detail} isDemo={round.isDemo} />
    </OfficeFrame>
  );
}
