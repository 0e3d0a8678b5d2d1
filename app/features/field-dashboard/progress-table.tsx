import { Table } from '#app/components/ui/table.tsx';
import type { DashboardView } from '#app/fielding/watch/dashboard.ts';
import { dashboardWords } from '#app/i18n/ja/dashboard.ts';
import { formatCount } from '#app/i18n/ja/office.ts';
import { stepKey } from '#surveys/round/page-progress.ts';

/** How far respondents come, page by page, and where they leave. */
export function ProgressTable({ progress }: Pick<DashboardView, 'progress'>) {
  if (progress.length === 0) return <p>1ページにまとめた調査票なので、ページごとの数はありません。</p>;
  return (
    <>
      <Table caption="ページごとの到達と離脱" isCaptionHidden>
        <thead>
          <tr>
            <th scope="col">ここまで進んだページ</th>
            <th scope="col" className="number">
              割合
            </th>
            <th scope="col" className="number">
              人数
            </th>
            <th scope="col" className="number">
              離脱
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.map(({ step, title, n, nLost, shareOfBegun, isConditional }) => (
            <tr key={stepKey(step)} data-step={stepKey(step)}>
              <th scope="row" className="min-w-32">
                {dashboardWords.step(step, title)}
                {isConditional && (
                  <span className="block text-sm text-solid-gray-700">{dashboardWords.conditional}</span>
                )}
              </th>
              <td className="number">{shareOfBegun === null ? '―' : dashboardWords.percent(shareOfBegun)}</td>
              <td className="number">{formatCount(n)}</td>
              <td className="number">{isConditional || step.kind === 'begun' ? '―' : formatCount(nLost)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-sm text-solid-gray-700">{dashboardWords.stepsNote}</p>
    </>
  );
}
