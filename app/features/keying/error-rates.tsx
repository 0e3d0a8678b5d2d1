import { Table } from '#app/components/ui/table.tsx';
import type { MismatchesView } from '#app/features/keying/load-mismatches.server.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

/** How often each question was keyed wrongly, over the settled forms, both entries counted. */
export function ErrorRates({ rates }: { readonly rates: MismatchesView['errorRates'] }) {
  const total = rates.reduce(
    (sum, { nKeyed, nWrong }) => ({ nKeyed: sum.nKeyed + nKeyed, nWrong: sum.nWrong + nWrong }),
    { nKeyed: 0, nWrong: 0 },
  );
  if (total.nKeyed === 0) return null;
  return (
    <Table caption={`設問ごとの入力誤り(全体 ${percent(total)})`} isStacking>
      <thead>
        <tr>
          <th scope="col">設問</th>
          <th scope="col" className="number">
            入力した回数
          </th>
          <th scope="col" className="number">
            誤り
          </th>
          <th scope="col" className="number">
            誤りの割合
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map(({ number, text, ...counts }) => (
          <tr key={number}>
            <th scope="row">
              問{number} {text}
            </th>
            <td className="number">{formatCount(counts.nKeyed)}回</td>
            <td className="number">{formatCount(counts.nWrong)}件</td>
            <td className="number">{percent(counts)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

const percent = ({ nKeyed, nWrong }: { readonly nKeyed: number; readonly nWrong: number }) =>
  nKeyed === 0 ? '—' : `${((nWrong / nKeyed) * 100).toFixed(2)}%`;
