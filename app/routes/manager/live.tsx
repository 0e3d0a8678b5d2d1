import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { LiveBoard } from '#app/features/live/live-board.tsx';
import { useLiveView } from '#app/features/live/use-live-view.ts';
import { loadLiveView } from '#app/fielding/watch/live-view.ts';
import { audienceNames, designNames } from '#app/i18n/ja/office.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { mixingMinimum } from '#surveys/round/anonymity.ts';

export const handle = { hydrate: true };
export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.round.title} | ` : ''}集計の状況 | 声箱` },
];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return {
    account: { displayName, role },
    round: {
      id: round.id,
      title: round.title,
      audience: round.audience,
      design: round.design,
      nIssued: round.nIssued,
      isDemo: round.isDemo,
    },
    batch: mixingMinimum(round.audience),
    view: await loadLiveView(context.services, round),
  };
}

export default function Live() {
  const { account, round, batch, view } = useLoaderData<typeof loader>();
  const live = useLiveView(view, `/manager/rounds/${round.id}/events`);
  return (
    <OfficeFrame account={account} isDemo={round.isDemo}>
      <PageHeading over={`集計の状況・${audienceNames[round.audience]}・${designNames[round.design]}`}>
        {round.title}
      </PageHeading>
      <LiveBoard {...live} roundId={round.id} isDemo={round.isDemo} nIssued={round.nIssued} batch={batch} />
    </OfficeFrame>
  );
}
