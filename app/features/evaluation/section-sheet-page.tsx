import { formatFiscalYear } from '#app/components/figure/figure-words.ts';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { TextList } from '#app/components/ui/text-list.tsx';
import { IndicatorCheck } from '#app/features/evaluation/indicator-check.tsx';
import { PdcaBlock } from '#app/features/evaluation/pdca-block.tsx';
import { RecordedTexts, Targets, Vision } from '#app/features/evaluation/section-texts.tsx';
import type { Evaluation, PartSheet, SectionSheet } from '#surveys/evaluation/build-evaluation.ts';
import { formatEra } from '#surveys/plan/fiscal-year.ts';
import type { Plan, Section } from '#surveys/plan/plan.ts';

interface SectionSheetPageProps {
  readonly evaluation: Evaluation;
  readonly part: PartSheet;
  readonly sheet: SectionSheet;
}

/** One section with めざす姿, P, D, C, A; each `slide` prints on a sheet of its own, as the ward's slides do. */
export function SectionSheetPage({ evaluation, part, sheet }: SectionSheetPageProps) {
  const { plan, fiscalYear, interimNote } = evaluation;
  const { section, pdca } = sheet;
  const year = formatEra(fiscalYear).long;
  const due = formatEra(plan.targetFiscalYear).long;
  const texts = { pdca, fiscalYear };
  const hasResult = sheet.indicators.some(({ result }) => result !== null);
  const isDemo = plan.label !== undefined;
  return (
    <>
      <div className="slide">
        <PageHeading over={`${formatPlace(plan, part)} ${formatFiscalYear(fiscalYear)}`}>
          {section.number} {section.title}
        </PageHeading>
        <Vision section={section} heading={plan.headings.vision} />
      </div>
      <div className="slide gap-x-10 lg:grid lg:grid-cols-2 print:grid print:grid-cols-2">
        <SlideTitle plan={plan} part={part} section={section} />
        <PdcaBlock letter="P" title={`${plan.headings.target}(目標年次:${due})`}>
          <Targets indicators={sheet.indicators} />
          <h3 className="mt-6 mb-2 font-700">
            {year}
            {plan.headings.plan}
          </h3>
          <RecordedTexts {...texts} kind="plan" heading={plan.headings.plan} />
        </PdcaBlock>
        <PdcaBlock letter="D" title={plan.headings.do}>
          <RecordedTexts {...texts} kind="do" heading={plan.headings.do} />
        </PdcaBlock>
      </div>
      <div className="slide">
        <SlideTitle plan={plan} part={part} section={section} />
        <PdcaBlock letter="C" title={plan.headings.check}>
          {interimNote && hasResult && <p className="mb-4 text-sm">{interimNote}</p>}
          <div>
            {sheet.indicators.map((indicator) => (
              <IndicatorCheck key={indicator.indicator.id} sheet={indicator} isDemo={isDemo} />
            ))}
          </div>
        </PdcaBlock>
        <PdcaBlock letter="A" title={plan.headings.act}>
          <RecordedTexts {...texts} kind="act" heading={plan.headings.act} />
        </PdcaBlock>
        {section.notes.length > 0 && (
          <section aria-labelledby="notes" className="text-sm text-solid-gray-700">
            <h2 id="notes" className="font-700">
              資料についての注記
            </h2>
            <TextList items={section.notes} />
          </section>
        )}
      </div>
    </>
  );
}

interface SlideTitleProps {
  readonly plan: Plan;
  readonly part: PartSheet;
  readonly section: Section;
}

/** On paper every slide repeats where it belongs, as in the ward's deck. */
function SlideTitle({ plan, part, section }: SlideTitleProps) {
  return (
    <p className="col-span-2 hidden print:block">
      {formatPlace(plan, part)} {section.number} {section.title}
    </p>
  );
}

const formatPlace = (plan: Plan, part: PartSheet) =>
  `${plan.label === undefined ? '' : `【${plan.label}】`}${part.number} ${part.title}`;
