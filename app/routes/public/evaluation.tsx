import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatFiscalYear } from '#app/components/figure/figure-words.ts';
import { EvaluationPageFrame } from '#app/features/evaluation/evaluation-page-frame.tsx';
import { getEvaluation } from '#app/features/evaluation/get-evaluation.server.ts';
import { OverviewPage } from '#app/features/evaluation/overview-page.tsx';
import officeStyles from '#app/styles/office.css?url';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (data === undefined) return [{ title: '声箱' }];
  const { plan, fiscalYear } = data.evaluation;
  return [{ title: `${plan.title} ${formatFiscalYear(fiscalYear)}の評価 | ${plan.ward.name}` }];
};

export function loader({ context, params }: LoaderFunctionArgs) {
  return getEvaluation(context.services, params);
}

export default function EvaluationOverview() {
  const { evaluation, fiscalYears } = useLoaderData<typeof loader>();
  return (
    <EvaluationPageFrame evaluation={evaluation}>
      <OverviewPage evaluation={evaluation} fiscalYears={fiscalYears} />
    </EvaluationPageFrame>
  );
}
