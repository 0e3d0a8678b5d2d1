import { DistributionBars } from '#app/components/chart/distribution-bars.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { DashboardView, ValueCount } from '#app/fielding/watch/dashboard.ts';
import { dashboardWords } from '#app/i18n/ja/dashboard.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

/** Answers by channel and by language. */
export function SplitTables({ channels, languages }: Pick<DashboardView, 'channels' | 'languages'>) {
  if (channels.length === 0) return <p>{dashboardWords.nobodyYet}</p>;
  return (
    <div className="grid gap-x-8 lg:grid-cols-2">
      <DistributionBars caption="回答経路" rowsAre="経路" bars={barsOf(channels, dashboardWords.channel)} />
      <DistributionBars caption="言語" rowsAre="言語" bars={barsOf(languages, dashboardWords.language)} />
    </div>
  );
}

function barsOf(counts: readonly ValueCount[], nameOf: (value: string) => string) {
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  return counts.map(({ value, n }) => ({
    label: nameOf(value),
    n,
    share: n / total,
    display: dashboardWords.percent(n / total),
    isPositive: true,
  }));
}

/** Answers by stratum, against the letters sent. */
export function StrataTable({ strata, letters, nAnswers, nCounted }: DashboardView) {
  if (strata.length === 0) return <p>この調査回には層の区別がありません。</p>;
  const nWaiting = nAnswers - nCounted;
  return (
    <>
      <Table caption="層ごとの回収" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">層</th>
            <th scope="col" className="number">
              {letters ? '発送' : '発送(標本設計)'}
            </th>
            <th scope="col" className="number">
              回答数
            </th>
            <th scope="col" className="number">
              回答率
            </th>
          </tr>
        </thead>
        <tbody>
          {strata.map(({ id, nIssued, n }) => (
            <tr key={id} data-stratum={id}>
              <th scope="row" className="min-w-24">
                {dashboardWords.stratum(id)}
              </th>
              <td className="number">{nIssued === null ? '―' : formatCount(nIssued)}</td>
              <td className="number">{formatCount(n)}</td>
              <td className="number">{nIssued ? dashboardWords.percent(n / nIssued) : '―'}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {letters && letters.nReturned > 0 && (
        <p className="text-sm text-solid-gray-700">
          発送には、宛先不明で戻った手紙{formatCount(letters.nReturned)}通を含みます。
        </p>
      )}
      {nWaiting > 0 && (
        <p className="text-sm text-solid-gray-700">
          層ごとの数は、誰の回答か分からないように、まとまった件数がそろうごとに更新します。次の更新を待っている回答:{' '}
          {formatCount(nWaiting)}件
        </p>
      )}
    </>
  );
}
