import { Table } from '#app/components/ui/table.tsx';
import { formatCount, formatDateTime } from '#app/i18n/ja/office.ts';
import { importStateNames } from '#app/i18n/ja/paper.ts';
import type { ImportJob } from '#db/queries/import-job.ts';

interface ImportListProps {
  readonly roundId: string;
  readonly jobs: readonly ImportJob[];
}

/** What was imported into a round before; draws nothing before the first import. */
export function ImportList({ roundId, jobs }: ImportListProps) {
  if (jobs.length === 0) return null;
  return (
    <Table caption="これまでの取り込み" isStacking>
      <thead>
        <tr>
          <th scope="col">ファイル</th>
          <th scope="col">開始</th>
          <th scope="col">状態</th>
          <th scope="col" className="number">
            取り込んだ票
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id}>
            <th scope="row">
              <a href={`/staff/rounds/${roundId}/import/${job.id}`}>{job.fileName}</a>
            </th>
            <td>{formatDateTime(job.createdAt)}</td>
            <td>{importStateNames[job.state]}</td>
            <td className="md:text-right">
              <span className="md:hidden">取り込んだ票 </span>
              {formatCount(job.nStored)}票
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
