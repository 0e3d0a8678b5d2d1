import { type FoundEvaluation, findEvaluation } from '#app/fielding/results/find-evaluation.ts';
import type { Db } from '#db/connect.ts';

/** As `findEvaluation`, for the pages of an address. @throws {Response} 404 where there is nothing to read. */
export async function getEvaluation(
  db: Db,
  params: { readonly plan?: string; readonly fiscalYear?: string },
): Promise<FoundEvaluation> {
  const found = await findEvaluation(db, { planId: params.plan ?? '', fiscalYear: params.fiscalYear ?? '' });
  if (found === undefined) throw new Response(null, { status: 404 });
  return found;
}
