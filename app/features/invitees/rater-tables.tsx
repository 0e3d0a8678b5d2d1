import { Table } from '#app/components/ui/table.tsx';
import type { InviteesData } from '#app/fielding/codes/load-invitees.ts';
import { inviteeName } from '#app/i18n/ja/letters.ts';
import { formatCount } from '#app/i18n/ja/office.ts';
import type { RaterMean } from '#surveys/aggregation/estimate/rater-means.ts';

const formatMean = ({ mean, n }: RaterMean) => (mean === null ? '―' : `${mean.toFixed(2)}(${n})`);

/** The means of all raters side by side. */
export function RaterMeans({ comparison, items }: InviteesData) {
  const textOf = (id: string) => items.find((item) => item.id === id)?.text ?? id;
  const lines = [
    ...comparison.items.map(({ item, ...means }) => ({ key: item, label: textOf(item), ...means })),
    { key: 'overall', label: '訪問の平均', ...comparison.overall },
  ];
  return (
    <>
      <Table caption="調査員ごとの平均点" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">項目</th>
            {comparison.raters.map((rater) => (
              <th key={rater} scope="col" className="number">
                {inviteeName(rater)}
              </th>
            ))}
            <th scope="col" className="number">
              全体
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, label, byRater, all }) => (
            <tr key={key} data-item={key}>
              <th scope="row" className="min-w-56">
                {label}
              </th>
              {byRater.map((mean, index) => (
                <td key={comparison.raters[index]} className="number">
                  {formatMean(mean)}
                </td>
              ))}
              <td className="number font-700">{formatMean(all)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-sm text-solid-gray-700">
        平均点(採点した訪問の数)。該当なしと無回答は、平均に入れません。「訪問の平均」は、訪問ごとに採点した項目の平均を求め、それを平均したものです(指標の値と同じ計算)。
      </p>
    </>
  );
}

/** Every visit with its scores, item by item. */
export function VisitTable({ visits, items }: InviteesData) {
  return (
    <details>
      <summary className="min-h-11 py-2.5 font-700">
        訪問ごとの採点を見る({formatCount(visits.length)}件)
      </summary>
      <Table caption="訪問ごとの採点" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">調査員</th>
            {items.map(({ id }, index) => (
              <th key={id} scope="col" className="number">
                項目{index + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visits.map(({ rater, scores }, place) => (
            <tr key={place}>
              <th scope="row">{inviteeName(rater)}</th>
              {scores.map((score, index) => (
                <td key={items[index]?.id} className="number">
                  {score ?? '―'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
