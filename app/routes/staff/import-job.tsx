import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { ImportReport } from '#app/features/import-sheet/import-report.tsx';
import { loadImport } from '#app/fielding/sheets/load-imports.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

/** Follows the work by itself; without JavaScript the link loads the page again. */
export const handle = { hydrate: true };
export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '取り込みの結果 | 声箱' }];

const askEveryMs = 1000;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const { id, title, isDemo } = round;
  const job = await loadImport(context.services, { roundId: id, importId: params.job ?? '' });
  if (!job) throw new Response(null, { status: 404 });
  return { account: { displayName, role }, round: { id, title, isDemo }, job };
}

export default function ImportJobPage() {
  const { account, round, job } = useLoaderData<typeof loader>();
  const isRunning = job.state === 'checking' || job.state === 'storing';
  useReload(isRunning);
  const importHref = `/staff/rounds/${round.id}/import`;
  return (
    <OfficeFrame account={account} isDemo={round.isDemo}>
      <Breadcrumbs
        trail={[
          { label: round.title, href: `/staff/rounds/${round.id}` },
          { label: '表の取り込み', href: importHref },
          { label: '結果' },
        ]}
      />
      <PageHeading over={round.title}>取り込みの結果</PageHeading>
      <ImportReport job={job} />
      <p>
        {isRunning ? (
          <a href={`${importHref}/${job.id}`}>いまの状態を見る</a>
        ) : (
          <a href={importHref}>表の取り込みに戻る</a>
        )}
      </p>
    </OfficeFrame>
  );
}

function useReload(isRunning: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(revalidate, askEveryMs);
    return () => clearInterval(timer);
  }, [isRunning, revalidate]);
}
