import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink } from '#app/components/form/button.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { auditPath, parseAuditFilter } from '#app/features/audit-log/audit-filter.ts';
import { AuditFilterForm } from '#app/features/audit-log/audit-filter-form.tsx';
import { AuditTable } from '#app/features/audit-log/audit-table.tsx';
import { describeEntries } from '#app/features/audit-log/describe-entries.ts';
import { loadAuditLog } from '#app/fielding/audit/audit-log.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '操作の記録 | 声箱' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const filter = parseAuditFilter(new URL(request.url).searchParams);
  const page = await loadAuditLog(context.services, filter);
  const { actors, nextBefore } = page;
  return { account: { displayName, role }, filter, rows: describeEntries(page), actors, nextBefore };
}

export default function AuditLog() {
  const { account, filter, rows, actors, nextBefore } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame account={account}>
      <PageHeading>操作の記録</PageHeading>
      <p className="my-4">
        職員と管理者の操作を、新しい順に表示します。回答の内容や回答用コードは記録しません。記録は鎖のようにつながれ、書き換えると{' '}
        <code>npm run verify:audit</code> が見つけます。
      </p>
      <AuditFilterForm filter={filter} actors={actors} />
      <p className="my-4 flex flex-wrap gap-4">
        <ButtonLink href={auditPath('/admin/audit.csv', { ...filter, before: undefined })} variant="outline">
          CSVで書き出す
        </ButtonLink>
        {filter.object !== undefined && (
          <ButtonLink href="/admin/audit" variant="text">
            すべての対象を表示
          </ButtonLink>
        )}
      </p>
      <AuditTable rows={rows} />
      {nextBefore !== null && (
        <p className="my-4">
          <a href={auditPath('/admin/audit', { ...filter, before: nextBefore })}>これより前の記録</a>
        </p>
      )}
    </OfficeFrame>
  );
}
