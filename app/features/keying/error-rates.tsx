import { Table } from '#app/components/ui/table.tsx';
import type { ErrorRate } from '#app/fielding/paper/load-open-forms.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

/** How often each question was keyed wrongly, over the settled forms that asked it, both entries counted. */
export function ErrorRates({ rates }: { readonly rates: readonly ErrorRate[] }) {
  const total = rates.reduce(
    (sum, { nKeyed, nWrong }) => ({ nKeyed: sum.nKeyed + nKeyed, nWrong: sum.nWrong + nWrong }),
    { nKeyed: 0, nWrong: 0 },
  );
  if (total.nKeyed === 0) return null;
  return (
    <section className="mt-12">
      <h2 className="text-xl font-700">入力の誤り</h2>
      <p>
        全体 {percent(total)}
        。受け付けた票の2人の入力を、受け付けた値と比べました。対象外の設問と、文章で答える設問は含みません。
      </p>
      <Table caption="設問ごとの入力の誤り" isCaptionHidden isStacking>
        <thead>
          <tr>
            <th scope="col" className="w-1/2">
              設問
            </th>
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
              <Count label="入力した回数" value={`${formatCount(counts.nKeyed)}回`} />
              <Count label="誤り" value={`${formatCount(counts.nWrong)}件`} />
              <Count label="誤りの割合" value={percent(counts)} />
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** A cell that names its column where the row is a card. */
function Count({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <td className="tabular-nums md:text-right">
      <span className="md:hidden">{label} </span>
      {value}
    </td>
  );
}

const percent = ({ nKeyed, nWrong }: { readonly nKeyed: number; readonly nWrong: number }) =>
  nKeyed === 0 ? '—' : `${((nWrong / nKeyed) * 100).toFixed(2)}%`;
