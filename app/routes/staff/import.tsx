import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { describeImport } from '#app/features/import-sheet/describe-import.ts';
import { ImportColumnsHelp, ImportForm } from '#app/features/import-sheet/import-form.tsx';
import { ImportList } from '#app/features/import-sheet/import-list.tsx';
import { loadImports } from '#app/fielding/sheets/load-imports.ts';
import { startImport } from '#app/fielding/sheets/start-import.ts';
import { importRefusals } from '#app/i18n/ja/paper.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { parseForm } from '#app/web/form.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { importChannels } from '#db/queries/import-job.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '表の取り込み | 声箱' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return {
    account: { displayName, role },
    round: describeImport(round, context.services.now().toISOString()),
    jobs: await loadImports(context.services, round.id),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const file = context.files.find(({ field }) => field === 'sheet');
  if (!file) return refuse('no_file');
  const form = parseForm(z.object({ channel: z.enum(importChannels) }), context.form);
  if (!form.ok) return refuse('no_channel');
  const result = await startImport(context.services, { by, round, file, channel: form.form.channel });
  if (result.kind === 'refused') return refuse(result.refusal.kind);
  throw redirect(`/staff/rounds/${round.id}/import/${result.importId}`, 303);
}

const refuse = (refusal: keyof typeof importRefusals) => data({ refusal }, { status: 400 });

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
        <ImportForm round={round} error={refused && importRefusals[refused.refusal]} />
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
