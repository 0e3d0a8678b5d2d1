import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { ImportColumnsHelp, ImportForm } from '#app/features/import-sheet/import-form.tsx';
import { ImportList } from '#app/features/import-sheet/import-list.tsx';
import { describeImport, loadImports } from '#app/features/import-sheet/load-imports.server.ts';
import { startImport } from '#app/features/import-sheet/start-import.server.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '表の取り込み | 声箱' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return {
    account: { displayName, role },
    round: describeImport(context, round),
    jobs: await loadImports(context, round),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const account = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const result = await startImport(context, round, account);
  if (result.kind === 'refused') return data(result, { status: 400 });
  throw redirect(`/staff/rounds/${round.id}/import/${result.importId}`, 303);
}

export default function Import() {
  const { account, round, jobs } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={round.isDemo}>
      <Breadcrumbs
        trail={[{ label: round.title, href: `/staff/rounds/${round.id}` }, { label: '表の取り込み' }]}
      />
      <PageHeading over={round.title}>表の取り込み</PageHeading>
      <p>
        外部で入力した調査票などを、まとめて取り込みます。すべての行を確認し、直すところが1つでもあれば、1票も取り込みません。
      </p>
      {round.takesPaper ? (
        <ImportForm round={round} error={refused?.message} />
      ) : (
        <Notice kind="warning" title="いまは取り込めません">
          <p>受付の開始から結果の確定までの間に取り込めます。</p>
        </Notice>
      )}
      <ImportColumnsHelp round={round} />
      <ImportList roundId={round.id} jobs={jobs} />
    </OfficeFrame>
  );
}
