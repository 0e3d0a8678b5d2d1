import { Table } from '#app/components/ui/table.tsx';
import type { CodesOverview } from '#app/fielding/codes/load-codes-overview.ts';
import { codeStateNames, stratumName } from '#app/i18n/ja/letters.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

const states = ['issued', 'used', 'void', 'returned'] as const;

/** How many letters of each stratum are in each state, and of all together. */
export function StratumTable({ strata }: Pick<CodesOverview, 'strata'>) {
  const total = (state: (typeof states)[number]) =>
    strata.reduce((sum, { counts }) => sum + counts[state], 0);
  return (
    <Table caption="層ごとの手紙の数">
      <thead>
        <tr>
          <th scope="col">層</th>
          {states.map((state) => (
            <th key={state} scope="col" className="number">
              {codeStateNames[state]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {strata.map(({ stratum, counts }) => (
          <tr key={stratum}>
            <th scope="row" className="min-w-24">
              {stratumName(stratum)}
            </th>
            {states.map((state) => (
              <td key={state} className="number">
                {formatCount(counts[state])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {strata.length > 1 && (
        <tfoot>
          <tr>
            <th scope="row">合計</th>
            {states.map((state) => (
              <td key={state} className="number">
                {formatCount(total(state))}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </Table>
  );
}
