import { type Evaluation, listIndicatorSheets } from '#surveys/evaluation/build-evaluation.ts';
import type { OfficialVerdict } from '#surveys/evaluation/official.ts';

const tiles: readonly { readonly official: OfficialVerdict; readonly label: string }[] = [
  { official: 'met', label: '目標達成' },
  { official: 'interim', label: '未到達(中間値)' },
  { official: 'not_met', label: '目標未達成' },
  { official: 'excluded', label: '成果測定の対象外' },
  { official: 'no_result', label: '結果なし' },
];

interface EvaluationSummaryProps {
  readonly evaluation: Evaluation;
}

/** How many indicators stand where; verdicts that no indicator has are left out. */
export function EvaluationSummary({ evaluation }: EvaluationSummaryProps) {
  const sheets = listIndicatorSheets(evaluation);
  const counted = tiles
    .map(({ official, label }) => ({
      label,
      n: sheets.filter((sheet) => sheet.official === official).length,
    }))
    .filter(({ n }) => n > 0);
  return (
    <section aria-label="全指標のまとめ" className="my-6">
      <p>
        全<strong>{sheets.length}</strong>指標の状況
      </p>
      <dl className="mt-2 flex flex-wrap gap-3">
        {counted.map(({ label, n }) => (
          <div
            key={label}
            className="flex min-w-36 flex-col-reverse rounded-8 border border-solid-gray-420 px-4 py-2 print:py-1"
          >
            <dt className="text-sm">{label}</dt>
            <dd className="text-[1.75rem] leading-[1.4] font-700">{n}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
