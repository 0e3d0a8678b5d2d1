import { countForMarginOfError, countLetters } from '#surveys/aggregation/estimate/plan-sample.ts';
import { marginOfError } from '#surveys/round/field-precision.ts';
import type { SamplePlan } from '#surveys/round/setup.ts';

const level = 0.95;

/** What the planner of the sample says: what is needed for the margin wanted, and what the letters now give. */
export interface PlannedSample {
  readonly nRespondents: number;
  /** Null where not even asking everybody would be enough. */
  readonly nLetters: number | null;
  readonly atPresent: { readonly nRespondents: number; readonly halfWidth: number | null } | null;
}

interface PlannerInput {
  readonly plan: SamplePlan;
  readonly populationSize: number | null;
  readonly nIssued: number | null;
}

/** Plans a probability sample for a margin of error at 95 %, without a design effect. */
export function planSample({ plan, populationSize, nIssued }: PlannerInput): PlannedSample {
  const { share, halfWidth, responseRate } = plan;
  const nRespondents = countForMarginOfError({ share, halfWidth, level, populationSize, deff: 1 });
  const nExpected = nIssued === null ? null : Math.round(nIssued * responseRate);
  return {
    nRespondents,
    nLetters: countLetters({ respondents: nRespondents, responseRate, populationSize }),
    atPresent:
      nExpected === null
        ? null
        : {
            nRespondents: nExpected,
            halfWidth: marginOfError({ design: 'probability', populationSize }, nExpected),
          },
  };
}
