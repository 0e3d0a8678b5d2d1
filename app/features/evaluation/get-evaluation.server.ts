import { type FoundEvaluation, findEvaluation } from '#app/fielding/results/find-evaluation.ts';
import type { Services } from '#app/fielding/services.ts';

/** As `findEvaluation`, for the pages of an address. @throws {Response} 404 where there is nothing to read. */
export async function getEvaluation(
  services: Pick<Services, 'db'>,
  params: { readonly plan?: string; readonly fiscalYear?: string },
): Promise<FoundEvaluation> {
  const found = await findEvaluation(services, {
    planId: params.plan ?? '',
    fiscalYear: params.fiscalYear ?? '',
  });
  if (found === undefined) throw new Response(null, { status: 404 });
  return found;
}
