import { Button } from '#app/components/form/button.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { TypedLetters } from '#app/features/letters/letter-form.tsx';
import type { CodesOverview } from '#app/fielding/codes/load-codes-overview.ts';
import { stratumName } from '#app/i18n/ja/letters.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

interface OrderFormProps {
  readonly page: CodesOverview;
  readonly typed: TypedLetters;
}

/** How many letters of each stratum to make codes for; the first time as many as the frame plans. */
export function OrderForm({ page, typed }: OrderFormProps) {
  const isFirst = page.lacksCodes;
  const nPlanned = page.plans.reduce((sum, plan) => sum + (plan.nPlanned ?? 0), 0);
  return (
    <section>
      {isFirst && <h2 className="mt-10 text-xl font-700">回答コードをつくる</h2>}
      <form method="post" noValidate className="max-w-3xl">
        <p className="my-4">
          回答コードは、1通に1つです。1回だけ回答でき、どの層の手紙かだけが分かります。名簿の取り込みはいりません。宛名は、書き出した一覧と名簿を整理番号の順に並べて差し込みます。
        </p>
        <Table caption="層ごとの通数" isCaptionHidden>
          <thead>
            <tr>
              <th scope="col">層</th>
              <th scope="col" className="number">
                標本設計
              </th>
              <th scope="col">つくる通数</th>
            </tr>
          </thead>
          <tbody>
            {page.plans.map((stratum, index) => (
              <tr key={stratum.stratum}>
                <th scope="row" id={`stratum-${index}`}>
                  {stratumName(stratum.stratum)}
                </th>
                <td className="number">
                  {stratum.nPlanned === null ? '―' : `${formatCount(stratum.nPlanned)}通`}
                </td>
                <td>
                  <span className="flex items-center gap-2">
                    <input
                      className="input max-w-40"
                      name={`n-${index}`}
                      aria-labelledby={`stratum-${index}`}
                      inputMode="numeric"
                      autoComplete="off"
                      defaultValue={typed[`n-${index}`] ?? (isFirst ? (stratum.nPlanned ?? '') : '')}
                    />
                    通
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
          {page.plans.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">合計</th>
                <td className="number">{formatCount(nPlanned)}通</td>
                <td />
              </tr>
            </tfoot>
          )}
        </Table>
        <p className="mt-6">
          <Button name="action" value="order">
            回答コードをつくる
          </Button>
        </p>
      </form>
    </section>
  );
}
