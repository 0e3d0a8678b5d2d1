import type { Db } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import { type Plan, planSchema } from '#surveys/plan/plan.ts';

export interface StoredPlan {
  readonly plan: Plan;
  readonly contentHash: string;
  readonly isDemo: boolean;
}

/**
 * Stores a plan under its id, in place of an earlier version of it.
 * @throws {z.ZodError} when the plan does not fit its schema
 */
export async function upsertPlan(db: Db, input: StoredPlan): Promise<void> {
  const values = {
    document: writeJson(planSchema, input.plan),
    content_hash: input.contentHash,
    is_demo: Number(input.isDemo),
  };
  await db
    .insertInto('plan')
    .values({ id: input.plan.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}

/** The stored plan with its hash; undefined when there is none with this id. */
export async function findStoredPlan(db: Db, id: string): Promise<StoredPlan | undefined> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toStoredPlan(row);
}

/** The plan; undefined when there is none with this id. */
export async function findPlan(db: Db, id: string): Promise<Plan | undefined> {
  return (await findStoredPlan(db, id))?.plan;
}

/**
 * The plan with this id.
 * @throws {Error} when there is none
 */
export async function getPlan(db: Db, id: string): Promise<Plan> {
  const plan = await findPlan(db, id);
  if (!plan) throw new Error(`no plan ${id}`);
  return plan;
}

/** All plans in the order of their ids, demonstration plans too. */
export async function listPlans(db: Db): Promise<readonly StoredPlan[]> {
  const rows = await db.selectFrom('plan').selectAll().orderBy('id').execute();
  return rows.map(toStoredPlan);
}

/** Whether the database holds any demonstration plan. */
export async function hasDemoPlan(db: Db): Promise<boolean> {
  const row = await db.selectFrom('plan').select('id').where('is_demo', '=', 1).limit(1).executeTakeFirst();
  return row !== undefined;
}

function toStoredPlan(row: { document: string; content_hash: string; is_demo: number }): StoredPlan {
  return {
    plan: readJson(planSchema, row.document),
    contentHash: row.content_hash,
    isDemo: row.is_demo === 1,
  };
}
