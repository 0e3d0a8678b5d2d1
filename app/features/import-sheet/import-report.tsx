import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Table } from '#app/components/ui/table.tsx';
import { formatCount, formatDateTime } from '#app/i18n/ja/office.ts';
import {
  importChannelNames,
  importReasonMessage,
  importStateNames,
  sheetColumnName,
} from '#app/i18n/ja/paper.ts';
import type { ImportJob } from '#db/queries/import-job.ts';
import type { ImportProblem } from '#surveys/paper/import-problem.ts';

/** Where an import stands and, when it was refused, what to correct in which row. */
export function ImportReport({ job }: { readonly job: ImportJob }) {
  return (
    <>
      <ImportNotice job={job} />
      <DefinitionList
        items={[
          { term: 'ファイル', description: job.fileName },
          { term: 'データの種類', description: importChannelNames[job.channel] },
          { term: '状態', description: importStateNames[job.state] },
          { term: '確認した行', description: `${formatCount(job.nRows)}行` },
          { term: '修正が必要な行', description: `${formatCount(job.nBad)}行` },
          { term: '取り込んだ票', description: `${formatCount(job.nStored)}票` },
          { term: '開始', description: formatDateTime(job.createdAt) },
        ]}
      />
      {job.problems.length > 0 && <ProblemTable problems={job.problems} nBad={job.nBad} />}
    </>
  );
}

function ImportNotice({ job }: { readonly job: ImportJob }) {
  switch (job.state) {
    case 'checking':
    case 'storing':
      return (
        <Notice kind="info" isLive title={`${importStateNames[job.state]}です`}>
          <p>このページを離れても、作業は続きます。</p>
        </Notice>
      );
    case 'stored':
      return <Notice kind="success" isLive title={`${formatCount(job.nStored)}票をすべて取り込みました`} />;
    case 'refused':
      return (
        <Notice kind="error" isLive title="1票も取り込んでいません">
          <p>下の表の行を直して、ファイル全体をもう一度取り込んでください。</p>
        </Notice>
      );
    case 'failed':
      return (
        <Notice kind="error" isLive title="1票も取り込んでいません">
          <p>途中で中断しました。ファイルをもう一度取り込んでください。</p>
        </Notice>
      );
  }
}

function ProblemTable({
  problems,
  nBad,
}: {
  readonly problems: readonly ImportProblem[];
  readonly nBad: number;
}) {
  const caption = nBad > problems.length ? `直すところ(初めの${problems.length}件)` : '直すところ';
  return (
    <Table caption={caption} isStacking>
      <thead>
        <tr>
          <th scope="col" className="w-24">
            行
          </th>
          <th scope="col" className="w-56">
            列
          </th>
          <th scope="col">理由と直し方</th>
        </tr>
      </thead>
      <tbody>
        {problems.map(({ row, column, reason }, place) => (
          <tr key={place}>
            <th scope="row">{row === null ? '全体' : `${row}行目`}</th>
            <td className="max-md:empty:hidden">{column && sheetColumnName(column)}</td>
            <td>{importReasonMessage(reason)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
