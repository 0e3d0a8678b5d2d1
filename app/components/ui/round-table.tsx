import { StatusBadge } from '#app/components/ui/badge.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { RoundSummary } from '#app/fielding/results/list-round-summaries.ts';
import { audienceNames, formatCount, formatDateTime, stateNames } from '#app/i18n/ja/office.ts';

interface RoundTableProps {
  readonly rounds: readonly RoundSummary[];
  readonly hrefOf: (roundId: string) => string;
}

/** Rounds with their state and count of answers. */
export function RoundTable({ rounds, hrefOf }: RoundTableProps) {
  if (rounds.length === 0) return <p>調査回はまだありません。</p>;
  return (
    <Table caption="調査回の一覧" isCaptionHidden>
      <thead>
        <tr>
          <th scope="col">調査回</th>
          <th scope="col">年度</th>
          <th scope="col">対象</th>
          <th scope="col">状態</th>
          <th scope="col">受付期間</th>
          <th scope="col" className="text-right">
            回答数
          </th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <tr key={round.id}>
            <th scope="row" className="min-w-56">
              <a href={hrefOf(round.id)} className="inline-block py-2.5">
                {round.title}
              </a>{' '}
              {round.isDemo && <StatusBadge status="demo" />}
            </th>
            <td className="whitespace-nowrap">{round.fiscalYear}年度</td>
            <td className="whitespace-nowrap">{audienceNames[round.audience]}</td>
            <td className="whitespace-nowrap">{stateNames[round.state]}</td>
            <td className="whitespace-nowrap">
              {formatDateTime(round.opensAt)}
              <br />~{formatDateTime(round.closesAt)}
            </td>
            <td className="text-right whitespace-nowrap tabular-nums">
              {formatCount(round.nAnswers)}
              {round.nIssued !== null && ` / ${formatCount(round.nIssued)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
