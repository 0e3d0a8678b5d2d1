import { Table } from '#app/components/ui/table.tsx';

interface DistributionBar {
  readonly label: string;
  readonly n: number;
  /** Share of the base, 0–1. */
  readonly share: number;
  /** As shown: 「51.3%」. */
  readonly display: string;
  /** Counted into the indicator (感じる, どちらかといえば感じる). */
  readonly isPositive?: boolean;
}

interface DistributionBarsProps {
  readonly caption: string;
  /** What the rows are: answers, unless said otherwise. */
  readonly rowsAre?: string;
  readonly bars: readonly DistributionBar[];
  /** Below the table: base, 「合計は100%にならない場合があります」. */
  readonly note?: string;
}

/** Answers of one question as bars inside their own table: the chart is the table. */
export function DistributionBars({ caption, rowsAre = '回答', bars, note }: DistributionBarsProps) {
  return (
    <>
      <Table caption={caption}>
        <thead>
          <tr>
            <th scope="col">{rowsAre}</th>
            <th scope="col" className="w-1/2">
              割合
            </th>
            <th scope="col" className="number">
              回答数
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.label}>
              <th scope="row">{bar.label}</th>
              <td>
                <ShareBar {...bar} />
                {bar.display}
              </td>
              <td className="number">{bar.n.toLocaleString('ja-JP')}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {note && <p className="text-sm text-solid-gray-700">{note}</p>}
    </>
  );
}

function ShareBar({ share, isPositive = false }: DistributionBar) {
  return (
    <svg aria-hidden="true" width="100%" height="16" className="target-bar">
      <rect className="target-bar-axis" x="0" y="0" width="100%" height="16" />
      <rect
        className={isPositive ? 'target-bar-value' : 'target-bar-other'}
        x="0"
        y="0"
        width={`${(share * 100).toFixed(2)}%`}
        height="16"
      />
    </svg>
  );
}
