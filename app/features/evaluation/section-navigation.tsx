import { sectionPath } from '#app/features/evaluation/evaluation-paths.ts';
import type { Evaluation, SectionSheet } from '#surveys/evaluation/build-evaluation.ts';

interface SectionNavigationProps {
  readonly evaluation: Evaluation;
  readonly shownId: string;
}

/** To the sections before and after, in the order of the document. */
export function SectionNavigation({ evaluation, shownId }: SectionNavigationProps) {
  const sheets = evaluation.parts.flatMap(({ sections }) => sections);
  const index = sheets.findIndex(({ section }) => section.id === shownId);
  return (
    <nav aria-label="前後の項目" className="mt-8 flex flex-wrap justify-between gap-4 print:hidden">
      <Neighbour evaluation={evaluation} sheet={sheets[index - 1]} direction="前の項目" />
      <Neighbour evaluation={evaluation} sheet={sheets[index + 1]} direction="次の項目" />
    </nav>
  );
}

interface NeighbourProps {
  readonly evaluation: Evaluation;
  readonly sheet: SectionSheet | undefined;
  readonly direction: string;
}

function Neighbour({ evaluation: { plan, fiscalYear }, sheet, direction }: NeighbourProps) {
  if (sheet === undefined) return <span />;
  const { id, number, title } = sheet.section;
  return (
    <a href={sectionPath(plan.id, fiscalYear, id)} className="inline-block py-2">
      <span className="block text-sm">{direction}</span>
      {number} {title}
    </a>
  );
}
