import { FigureBadges } from '#app/components/figure/figure-badges.tsx';
import { formatBase, formatFigure, formatTarget } from '#app/components/figure/figure-words.ts';
import { IndicatorBar } from '#app/components/figure/indicator-bar.tsx';
import { VerdictBadge } from '#app/components/figure/verdict-badge.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { IndicatorSheet } from '#surveys/evaluation/build-evaluation.ts';

interface IndicatorTableProps {
  readonly caption: string;
  readonly sheets: readonly IndicatorSheet[];
  readonly isDemo: boolean;
}

/** Target against result of the indicators of one section; on a phone each row becomes a card. */
export function IndicatorTable({ caption, sheets, isDemo }: IndicatorTableProps) {
  return (
    <Table caption={caption} isCaptionHidden isStacking>
      <thead>
        <tr>
          <th scope="col">指標</th>
          <th scope="col" className="w-28">
            目標
          </th>
          <th scope="col" className="w-44">
            結果
          </th>
          <th scope="col" className="w-56">
            目標との比較
          </th>
          <th scope="col" className="w-48">
            達成状況
          </th>
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => (
          <IndicatorRow key={sheet.indicator.id} sheet={sheet} isDemo={isDemo} />
        ))}
      </tbody>
    </Table>
  );
}

function IndicatorRow({ sheet, isDemo }: { sheet: IndicatorSheet; isDemo: boolean }) {
  const { indicator, result } = sheet;
  return (
    <tr>
      <th scope="row">
        {indicator.label} {indicator.wording}
      </th>
      <td>
        <CellName name="目標" />
        {formatTarget(indicator.target)}
      </td>
      <td>
        <CellName name="結果" />
        {result === null ? (
          '—'
        ) : (
          <>
            <strong className="mr-2 text-lg">{formatFigure(indicator, result)}</strong>
            <FigureBadges indicator={indicator} result={result} isDemo={isDemo} />
            <span className="block text-sm text-solid-gray-700">{formatBase(indicator, result)}</span>
          </>
        )}
      </td>
      <td>
        <IndicatorBar sheet={sheet} />
      </td>
      <td>
        <VerdictBadge sheet={sheet} />
      </td>
    </tr>
  );
}

/** Column name inside the cell, for the card form on a phone. */
function CellName({ name }: { name: string }) {
  return <span className="mr-2 text-sm text-solid-gray-700 md:hidden print:hidden">{name}</span>;
}
