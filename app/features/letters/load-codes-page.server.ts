import type { AppLoadContext } from '@remix-run/node';
import { isBeforeClosing, listStratumPlans } from '#app/features/letters/order-codes.server.ts';
import { type CodeState, countCodes, listCodeBatches } from '#db/queries/access-code.ts';
import type { Reminder, Round } from '#surveys/round/round.ts';

/** How the letters of a round stand, as the clerk sees it; no codes. */
export interface CodesPageData {
  readonly roundId: string;
  readonly title: string;
  readonly isDemo: boolean;
  readonly isCoded: boolean;
  readonly canChange: boolean;
  readonly reminder: Reminder;
  readonly strata: readonly {
    readonly stratum: string;
    readonly nPlanned: number | null;
    readonly counts: Readonly<Record<CodeState, number>>;
  }[];
  readonly batches: readonly {
    readonly batch: number;
    readonly nCodes: number;
    readonly nMade: number;
    readonly createdAt: string;
    readonly firstSerial: number;
    readonly isSealed: boolean;
  }[];
}

/** Gathers what the page of codes and letters shows. */
export async function loadCodesPage(context: AppLoadContext, round: Round): Promise<CodesPageData> {
  const { db } = context.services;
  const [counts, batches] = [await countCodes(db, round.id), await listCodeBatches(db, round.id)];
  const nOf = (stratum: string, state: CodeState) =>
    counts.find((count) => count.stratum === stratum && count.state === state)?.n ?? 0;
  return {
    roundId: round.id,
    title: round.title,
    isDemo: round.isDemo,
    isCoded: round.access === 'code',
    canChange: isBeforeClosing(round),
    reminder: round.reminder,
    strata: listStratumPlans(round).map(({ stratum, nPlanned }) => ({
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
