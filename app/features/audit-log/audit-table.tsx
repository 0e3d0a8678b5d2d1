import { Table } from '#app/components/ui/table.tsx';
import { auditPath } from '#app/features/audit-log/audit-filter.ts';
import type { AuditRow } from '#app/features/audit-log/describe-entries.ts';
import { formatDateTime } from '#app/i18n/ja/office.ts';

/** Entries of the log, newest first; an object leads to everything that was done to it. */
export function AuditTable({ rows }: { readonly rows: readonly AuditRow[] }) {
  if (rows.length === 0) return <p>この条件に合う記録はありません。</p>;
  return (
    <Table caption="操作の記録" isCaptionHidden isStacking>
      <thead>
        <tr>
          <th scope="col">日時</th>
          <th scope="col">操作した人</th>
          <th scope="col">操作</th>
          <th scope="col">対象</th>
          <th scope="col">詳細</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.seq}>
            <th scope="row">
              {formatDateTime(row.at)}
              <span className="block text-sm text-solid-gray-700">{row.seq}番</span>
            </th>
            <td className="break-all">{row.actor ?? '(ログインなし)'}</td>
            <td>{row.action}</td>
            <td className="break-words">
              {row.objectId !== null && (
                <a href={auditPath('/admin/audit', { object: row.objectId })}>{row.object}</a>
              )}
            </td>
            <td className="text-sm break-words">{row.detail}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
