import type { Services } from '#app/fielding/services.ts';
import { listPlans } from '#db/queries/plan.ts';
import { listRounds } from '#db/queries/round.ts';
import { listEvaluationYears } from '#surveys/evaluation/evaluation-years.ts';
import { comparePeriods } from '#surveys/plan/plan-choice.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';
import { isOfferedToAll } from '#surveys/round/audience.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/** A round that takes answers now, as the home page shows it. */
export interface HomeRound {
  readonly id: string;
  readonly title: string;
  readonly audience: Audience;
  readonly minutes: number;
  /** ISO-8601 UTC. */
  readonly closesAt: string;
}

/** A plan with what there is to answer and the fiscal years there is something to read about. */
export interface HomePlan {
  readonly id: string;
  readonly title: string;
  readonly baseFiscalYear: number;
  readonly targetFiscalYear: number;
  readonly isDemo: boolean;
  readonly rounds: readonly HomeRound[];
  readonly fiscalYears: readonly number[];
}

/**
 * Every plan with the rounds that take answers now and the fiscal years it can be read for, the newest period first.
 */
export async function listHomePlans({ db, now }: Pick<Services, 'db' | 'now'>): Promise<readonly HomePlan[]> {
  const instant = now().toISOString();
  const [plans, rounds] = await Promise.all([listPlans(db), listRounds(db)]);
  const newestFirst = plans.toSorted((one, other) => comparePeriods(one.plan, other.plan));
  return newestFirst.map(({ plan, isDemo }) => {
    const ofPlan = rounds.filter(({ planId }) => planId === plan.id);
    const isListed = (round: Round) => isOfferedToAll(round.audience) && takesAnswers(round, 'web', instant);
    return {
      id: plan.id,
      title: plan.title,
      baseFiscalYear: plan.baseFiscalYear,
      targetFiscalYear: plan.targetFiscalYear,
      isDemo,
      rounds: ofPlan.filter(isListed).map((round) => ({
        id: round.id,
        title: round.title,
        audience: round.audience,
        minutes: round.questionnaire.minutes,
        closesAt: round.closesAt,
      })),
      fiscalYears: listEvaluationYears(plan, ofPlan),
    };
  });
}
