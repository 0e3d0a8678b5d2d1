import { formatFiscalYear } from '#app/components/figure/figure-words.ts';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { evaluationPath, sectionPath } from '#app/features/evaluation/evaluation-paths.ts';
import { EvaluationSummary } from '#app/features/evaluation/evaluation-summary.tsx';
import { IndicatorTable } from '#app/features/evaluation/indicator-table.tsx';
import type { Evaluation, PartSheet } from '#surveys/evaluation/build-evaluation.ts';

interface OverviewPageProps {
  readonly evaluation: Evaluation;
  /** Other fiscal years with an evaluation, the shown one included. */
  readonly fiscalYears: readonly number[];
}

/** All indicators of a fiscal year, target against result, in the order of the ward's document. */
export function OverviewPage({ evaluation, fiscalYears }: OverviewPageProps) {
  const { plan, fiscalYear, interimNote } = evaluation;
  return (
    <>
      <PageHeading over={`${plan.ward.name} ${formatFiscalYear(fiscalYear)} 実績・評価`}>
        {plan.title}
      </PageHeading>
      {fiscalYears.length > 1 && <YearSwitch planId={plan.id} shown={fiscalYear} fiscalYears={fiscalYears} />}
      <EvaluationSummary evaluation={evaluation} />
      <p className="text-sm">
        棒は結果、赤い線は目標です。回答数がわかる結果には、誤差の範囲(95%信頼区間)を黒い線で示します。
        割合は、その設問に回答した方のうちの割合です。
      </p>
      {interimNote && <p className="text-sm">{interimNote}</p>}
      {evaluation.parts.map((part) => (
        <PartTables key={part.number} evaluation={evaluation} part={part} />
      ))}
    </>
  );
}

function PartTables({ evaluation: { plan, fiscalYear }, part }: { evaluation: Evaluation; part: PartSheet }) {
  return (
    <section className="mt-12 print:mt-4">
      <h2 className="border-l-8 border-key-900 pl-3 text-2xl leading-normal font-700">
        {part.number} {part.title}
      </h2>
      {part.sections.map(({ section, indicators }) => (
        <section key={section.id} className="mt-8 print:mt-2 print:break-inside-avoid">
          <h3 className="text-lg font-700">
            <a href={sectionPath(plan.id, fiscalYear, section.id)} className="inline-block py-2">
              {section.number} {section.title}
            </a>
          </h3>
          <IndicatorTable
            caption={`${section.number} ${section.title}`}
            sheets={indicators}
            isDemo={plan.label !== undefined}
          />
        </section>
      ))}
    </section>
  );
}

interface YearSwitchProps {
  readonly planId: string;
  readonly shown: number;
  readonly fiscalYears: readonly number[];
}

function YearSwitch({ planId, shown, fiscalYears }: YearSwitchProps) {
  return (
    <nav aria-label="年度" className="flex flex-wrap gap-x-4 print:hidden">
      {fiscalYears.map((year) => (
        <a
          key={year}
          href={evaluationPath(planId, year)}
          aria-current={year === shown ? 'page' : undefined}
          className="inline-block py-2.5 aria-[current=page]:font-700 aria-[current=page]:no-underline"
        >
          {formatFiscalYear(year)}
        </a>
      ))}
    </nav>
  );
}
