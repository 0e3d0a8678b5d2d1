import { createHash } from 'node:crypto';
import type { Db } from '#db/dialect.ts';
import { upsertPlan } from '#db/queries/plan.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import { formatCanonicalJson } from '#surveys/questionnaire/canonical-json.ts';

/** Stores a plan of the catalogue, in place of an earlier version of it. */
export async function storeCatalogPlan(
  db: Db,
  input: { readonly plan: Plan; readonly isDemo: boolean },
): Promise<void> {
  const contentHash = createHash('sha256').update(formatCanonicalJson(input.plan)).digest('hex');
  await upsertPlan(db, { ...input, contentHash });
}
