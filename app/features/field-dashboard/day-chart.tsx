import { Table } from '#app/components/ui/table.tsx';
import { dashboardWords } from '#app/i18n/ja/dashboard.ts';
import { formatCount } from '#app/i18n/ja/office.ts';
import type { DayArrivals } from '#surveys/round/forecast.ts';

const height = 140;
const textRoom = 22;

/** Answers by day as columns, with the table they are drawn from behind them. */
export function DayChart({ days }: { readonly days: readonly DayArrivals[] }) {
  const most = Math.max(1, ...days.map(({ n }) => n));
  const width = 100 / Math.max(1, days.length);
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return <p>受付はまだ始まっていません。</p>;
  if (days.every(({ n }) => n === 0)) return <p>{dashboardWords.nobodyYet}</p>;
  return (
    <>
      <svg
        role="img"
        aria-label={`日ごとの回答数。最も多い日は${formatCount(most)}件。数値は下の表にあります。`}
        width="100%"
        height={height + textRoom}
        className="target-bar"
      >
        <line className="target-bar-whisker" x1="0" x2="100%" y1={height} y2={height} />
        {days.map(({ day, n }, index) => (
          <rect
            key={day}
            className="target-bar-value"
            x={`${(index * width + width * 0.1).toFixed(3)}%`}
            width={`${(width * 0.8).toFixed(3)}%`}
            y={height - ((height - textRoom) * n) / most}
            height={((height - textRoom) * n) / most}
          />
        ))}
        <text className="target-bar-text" x="0" y="14">
          最大 {formatCount(most)}件/日
        </text>
        <text className="target-bar-text" x="0" y={height + textRoom - 4}>
          {dashboardWords.day(first.day)}
        </text>
        {days.length > 1 && (
          <text className="target-bar-text" x="100%" y={height + textRoom - 4} textAnchor="end">
            {dashboardWords.day(last.day)}
          </text>
        )}
      </svg>
      <details>
        <summary className="min-h-11 py-2.5">日ごとの数値を見る</summary>
        <Table caption="日ごとの回答数" isCaptionHidden>
          <thead>
            <tr>
              <th scope="col">日</th>
              <th scope="col" className="number">
                回答数
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, n }) => (
              <tr key={day} data-day={day}>
                <th scope="row">{dashboardWords.day(day)}</th>
                <td className="number">{formatCount(n)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </>
  );
}
