import type { LoaderFunctionArgs } from '@remix-run/node';
import { findEvaluation } from '#app/fielding/results/find-evaluation.ts';
import { toApiEvaluation } from '#surveys/evaluation/api-evaluation.ts';

/** The JSON twin of the evaluation pages; a program gets its 404 as JSON, too. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await findEvaluation(context.services, {
    planId: params.plan ?? '',
    fiscalYear: params.fiscalYear ?? '',
  });
  return found === undefined
    ? Response.json({ error: 'not_found' }, { status: 404 })
    : Response.json(toApiEvaluation(found.evaluation));
}
