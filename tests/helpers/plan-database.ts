import type { Db } from '#db/connect.ts';
import { upsertPlan } from '#db/queries/plan.ts';
import { insertResults, type StoredResult } from '#db/queries/result.ts';
import { insertRound } from '#db/queries/round.ts';
import { demoPlan } from '#surveys/plan/demo-plan.ts';
import type { Round } from '#surveys/round/round.ts';
import { defaultTerms } from '#surveys/round/terms.ts';
import { makeRound, plan, usualTerms } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const question = {
  id: 'q',
  kind: 'short_text' as const,
  text: { ja: '町名' },
  required: false,
  maxLength: 40,
};

/** A round of the demo plan, open for the whole of 2025 (Japan time). */
export const openRound: Round = makeRound({
  id: 'r-open',
  planId: 'konohana-demo',
  fiscalYear: 2025,
  title: 'デモの調査',
  opensAt: '2024-12-31T15:00:00.000Z',
  closesAt: '2025-12-31T15:00:00.000Z',
  populationSize: null,
  nIssued: null,
  questionnaire: {
    id: 'small',
    version: 1,
    title: { ja: '小さな調査' },
    audience: 'residents',
    layout: 'pages',
    minutes: 5,
    purpose: { ja: '試すため' },
    pages: [{ id: 'p', title: { ja: '頁' }, questions: [question] }],
    measurements: [],
  },
  questionnaireHash: 'h',
  isDemo: true,
  terms: defaultTerms(usualTerms.residents, '2025-12-31T15:00:00.000Z'),
});

/** Stores the ward's plan, its demo twin and the given rounds with their stored results. */
export async function storePlans(
  db: Db,
  rounds: readonly Round[],
  results: readonly StoredResult[] = [],
): Promise<void> {
  await upsertPlan(db, { plan, contentHash: 'a', isDemo: false });
  await upsertPlan(db, { plan: demoPlan(plan), contentHash: 'b', isDemo: true });
  for (const round of rounds) await insertRound(db, round);
  await insertResults(db, results);
}

/** A SQLite database with the ward's plan, its demo twin and the given rounds with results, for one test file. */
export function usePlanDatabase(rounds: readonly Round[], results: readonly StoredResult[] = []): () => Db {
  const getServices = useServices({ prepare: ({ db }) => storePlans(db, rounds, results) });
  return () => getServices().services.db;
}
