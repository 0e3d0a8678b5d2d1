import type { ReactNode } from 'react';
import { formatFiscalYear } from '#app/components/figure/figure-words.ts';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { DemoBanner } from '#app/components/ui/demo-banner.tsx';
import { OfficePage } from '#app/components/ui/office-page.tsx';
import { evaluationApiPath, evaluationPath } from '#app/features/evaluation/evaluation-paths.ts';
import type { Evaluation } from '#surveys/evaluation/build-evaluation.ts';

interface EvaluationPageFrameProps {
  readonly evaluation: Evaluation;
  /** The section shown; without it the page is the overview. */
  readonly sectionTitle?: string;
  readonly children: ReactNode;
}

/** Header, place, demonstration banner, and at the end the source of the texts and the data. */
export function EvaluationPageFrame({ evaluation, sectionTitle, children }: EvaluationPageFrameProps) {
  const { plan, fiscalYear } = evaluation;
  const overview = `${plan.label === undefined ? '' : `【${plan.label}】`}${formatFiscalYear(fiscalYear)}の評価`;
  const overviewHref = evaluationPath(plan.id, fiscalYear);
  const trail =
    sectionTitle === undefined
      ? [{ label: overview }]
      : [{ label: overview, href: overviewHref }, { label: sectionTitle }];
  return (
    <OfficePage area="区政評価" banner={plan.label !== undefined && <DemoBanner />}>
      <Breadcrumbs trail={[{ label: 'トップ', href: '/' }, ...trail]} />
      {children}
      <aside
        aria-label="出典とデータ"
        className="mt-12 border-t border-solid-gray-420 pt-4 text-sm print:mt-4"
      >
        <p>
          文章の出典: {plan.source.publisher}「
          {plan.source.url ? <a href={plan.source.url}>{plan.source.title}</a> : plan.source.title}」
        </p>
        <p className="print:hidden">
          <a href={evaluationApiPath(plan.id, fiscalYear)} className="inline-block py-2.5">
            この評価のデータ(JSON)
          </a>
        </p>
      </aside>
    </OfficePage>
  );
}
