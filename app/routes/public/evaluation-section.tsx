import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatFiscalYear } from '#app/components/figure/figure-words.ts';
import { EvaluationPageFrame } from '#app/features/evaluation/evaluation-page-frame.tsx';
import { findSectionSheet } from '#app/features/evaluation/find-section-sheet.ts';
import { getEvaluation } from '#app/features/evaluation/get-evaluation.server.ts';
import { SectionNavigation } from '#app/features/evaluation/section-navigation.tsx';
import { SectionSheetPage } from '#app/features/evaluation/section-sheet-page.tsx';
import officeStyles from '#app/styles/office.css?url';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (data === undefined) return [{ title: '声箱' }];
  const { plan, fiscalYear } = data.evaluation;
  const { title } = data.sheet.section;
  const label = plan.label === undefined ? '' : `【${plan.label}】`;
  return [{ title: `${label}${title} ${formatFiscalYear(fiscalYear)}の評価 | ${plan.ward.name}` }];
};

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { evaluation } = await getEvaluation(context.services, params);
  const placed = findSectionSheet(evaluation, params.section ?? '');
  if (placed === undefined) throw new Response(null, { status: 404 });
  return { evaluation, ...placed };
}

export default function EvaluationSection() {
  const { evaluation, part, sheet } = useLoaderData<typeof loader>();
  const { id, number, title } = sheet.section;
  return (
    <EvaluationPageFrame evaluation={evaluation} sectionTitle={`${number} ${title}`}>
      <SectionSheetPage evaluation={evaluation} part={part} sheet={sheet} />
      <SectionNavigation evaluation={evaluation} shownId={id} />
    </EvaluationPageFrame>
  );
}
