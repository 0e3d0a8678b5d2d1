import { listStratumPlans, type StratumPlan } from '#app/fielding/codes/order-codes.ts';
import type { Services } from '#app/fielding/services.ts';
import { countCodes, listCodeBatches } from '#db/queries/access-code.ts';
import { hasLiveCodes } from '#db/queries/code-state.ts';
import type { CodeState } from '#surveys/round/code-verdict.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import { isBeforeFielding, mayChangeCodes, type Reminder, type Round } from '#surveys/round/round.ts';

/** How the letters of a round stand; no codes. */
export interface CodesOverview {
  readonly roundId: string;
  readonly title: string;
  readonly isDemo: boolean;
  readonly isCoded: boolean;
  /** Whether everyone is asked by name, and gets their codes on the page of invitees. */
  readonly isByName: boolean;
  readonly canChange: boolean;
  /** Whether people may have had their letters and not answered yet: the time to remind them. */
  readonly canRemind: boolean;
  /** Whether no letter counts: none were made, or all were withdrawn. */
  readonly lacksCodes: boolean;
  /** Whether the round has not been approved yet: codes come afterwards. */
  readonly isUnapproved: boolean;
  readonly reminder: Reminder;
  /** The strata that letters can be added to, with how many the frame plans for each. */
  readonly plans: readonly StratumPlan[];
  readonly strata: readonly (StratumPlan & { readonly counts: Readonly<Record<CodeState, number>> })[];
  readonly batches: readonly {
    readonly batch: number;
    readonly nCodes: number;
    readonly nMade: number;
    readonly createdAt: string;
    readonly firstSerial: number;
    readonly isSealed: boolean;
  }[];
}

/** Gathers how the letters of a round stand. */
export async function loadCodesOverview({ db }: Services, round: Round): Promise<CodesOverview> {
  const [counts, batches] = [await countCodes(db, round.id), await listCodeBatches(db, round.id)];
  const nOf = (stratum: string, state: CodeState) =>
    counts.find((count) => count.stratum === stratum && count.state === state)?.n ?? 0;
  const plans = isAskedByName(round) ? [] : listStratumPlans(round);
  // Names of those who are asked one by one, and strata of letters from before the frame was changed.
  const unplanned = [...new Set(counts.map(({ stratum }) => stratum))]
    .filter((stratum) => !plans.some((plan) => plan.stratum === stratum))
    .map((stratum) => ({ stratum, nPlanned: null }));
  return {
    roundId: round.id,
    title: round.title,
    isDemo: round.isDemo,
    isCoded: round.access === 'code',
    isByName: isAskedByName(round),
    canChange: mayChangeCodes(round.state),
    canRemind:
      round.state === 'open' && batches.every(({ nMade, nCodes, seed }) => nMade === nCodes || seed === null),
    lacksCodes: !(await hasLiveCodes(db, round.id)),
    isUnapproved: isBeforeFielding(round.state) && !mayChangeCodes(round.state),
    reminder: round.reminder,
    plans,
    strata: [...plans, ...unplanned].map(({ stratum, nPlanned }) => ({
      stratum,
      nPlanned,
      counts: {
        issued: nOf(stratum, 'issued'),
        used: nOf(stratum, 'used'),
        void: nOf(stratum, 'void'),
        returned: nOf(stratum, 'returned'),
      },
    })),
    batches: batches.map(({ batch, nCodes, nMade, createdAt, firstSerial, seed }) => ({
      batch,
      nCodes,
      nMade,
      createdAt,
      firstSerial,
      isSealed: seed === null,
    })),
  };
}
