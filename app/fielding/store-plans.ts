import type { Services } from '#app/fielding/services.ts';
import { StartError } from '#app/fielding/start-problem.ts';
import type { Db } from '#db/dialect.ts';
import { findStoredPlan, listPlans } from '#db/queries/plan.ts';
import { listRounds } from '#db/queries/round.ts';
import { storeCatalogPlan } from '#db/store-catalog-plan.ts';
import { inTransaction } from '#db/transaction.ts';
import { type IndicatorChange, listIndicatorChanges } from '#surveys/plan/indicator-changes.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import { formatCanonicalJson } from '#surveys/questionnaire/canonical-json.ts';
import type { Round } from '#surveys/round/round.ts';

/**
 * Brings the database to what the ward's plans say now, all of them or none. Plans that left the catalogue stay, for
 * what rounds measured of them.
 * @throws {StartError} where the database is another ward's, or a plan was changed under its rounds
 */
export async function storeWardPlans({
  db,
  ward,
  plans,
  log,
}: Pick<Services, 'db' | 'ward' | 'plans' | 'log'>): Promise<void> {
  await inTransaction(db, async (tx) => {
    const own = new Set(plans.map(({ id }) => id));
    const others = (await listPlans(tx)).map(({ plan }) => plan).filter(({ id }) => !own.has(id));
    const foreign = others.find((plan) => plan.ward.code.slice(0, -1) !== ward.code);
    if (foreign) {
      const { id: planId, ward: owner } = foreign;
      throw new StartError({ kind: 'other_ward', planId, owner: owner.name, ward: ward.name.ja });
    }
    for (const plan of plans) {
      const outcome = await storePlan(tx, { plan, isDemo: false });
      if (outcome === 'replaced')
        log.info({ planId: plan.id }, 'the stored plan now says what its file says');
    }
  });
}

/**
 * Stores a plan under its id. An earlier version of it gives way, unless a round that left preparation measures an
 * indicator that the new one has otherwise: its figures would stand beside a target that they were not made for.
 * @throws {StartError} naming the indicators and the rounds
 */
export async function storePlan(
  db: Db,
  input: { readonly plan: Plan; readonly isDemo: boolean },
): Promise<'added' | 'replaced' | 'unchanged'> {
  const { plan, isDemo } = input;
  const stored = await findStoredPlan(db, plan.id);
  const isSame = stored?.isDemo === isDemo && formatCanonicalJson(stored.plan) === formatCanonicalJson(plan);
  if (isSame) return 'unchanged';
  if (stored) {
    const changes = listIndicatorChanges(stored.plan, plan);
    const rounds = (await listRounds(db, { planId: plan.id })).filter(({ state }) => state !== 'draft');
    const touched = changes.filter((change) => rounds.some((round) => isMeasured(change, round)));
    if (touched.length > 0) {
      const held = rounds.filter((round) => touched.some((change) => isMeasured(change, round)));
      const problem = { planId: plan.id, changes: touched, rounds: held.map(({ title }) => title) };
      throw new StartError({ kind: 'plan_changed', ...problem });
    }
  }
  await storeCatalogPlan(db, input);
  return stored ? 'replaced' : 'added';
}

const isMeasured = ({ indicatorId }: IndicatorChange, { questionnaire }: Round) =>
  questionnaire.measurements.some(({ indicator }) => indicator === indicatorId);
