import type { Db } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import { lockRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import { questionnaireSchema } from '#surveys/questionnaire/definition.ts';
import { frameSchema } from '#surveys/round/frame.ts';
import type { Round } from '#surveys/round/round.ts';
import { type RoundSetup, roundSetupSchema } from '#surveys/round/setup.ts';
import { roundTermsSchema } from '#surveys/round/terms.ts';

/** What was chosen while preparing a round; undefined for rounds that were not prepared step by step. */
export async function findRoundSetup(db: Db, roundId: string): Promise<RoundSetup | undefined> {
  const row = await db
    .selectFrom('round_setup')
    .select('document')
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row && readJson(roundSetupSchema, row.document);
}

/** Stores what is chosen for a round that has just been made. */
export async function insertRoundSetup(db: Db, roundId: string, setup: RoundSetup): Promise<void> {
  await db
    .insertInto('round_setup')
    .values({ round_id: roundId, document: writeJson(roundSetupSchema, setup) })
    .execute();
}

/** What may be changed of a round in preparation; what is left out stays as it is. */
export type DraftChanges = Partial<Omit<Round, 'id' | 'state' | 'version'> & { readonly setup: RoundSetup }>;

/**
 * Changes a round in preparation; false when it is not in preparation any more, or unknown, and nothing changed.
 * @throws {z.ZodError} when questionnaire, frame, terms or setup do not fit their schemas
 */
export function updateDraftRound(db: Db, roundId: string, changes: DraftChanges): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const state = await lockRound(tx, { roundId, mode: 'exclusive' });
    if (state !== 'draft') return false;
    const values = toColumns(changes);
    if (Object.values(values).some((value) => value !== undefined)) {
      await tx.updateTable('round').set(values).where('id', '=', roundId).execute();
    }
    if (changes.setup) {
      const document = writeJson(roundSetupSchema, changes.setup);
      await tx
        .insertInto('round_setup')
        .values({ round_id: roundId, document })
        .onConflict((conflict) => conflict.column('round_id').doUpdateSet({ document }))
        .execute();
    }
    return true;
  });
}

/** Columns of what is given; Kysely leaves out those that are undefined. */
function toColumns({ questionnaire, frame, terms, ...changes }: DraftChanges) {
  return {
    plan_id: changes.planId,
    is_demo: changes.isDemo === undefined ? undefined : Number(changes.isDemo),
    fiscal_year: changes.fiscalYear,
    title: changes.title,
    audience: changes.audience,
    design: changes.design,
    access: changes.access,
    reminder: changes.reminder,
    opens_at: changes.opensAt,
    closes_at: changes.closesAt,
    population_size: changes.populationSize,
    n_issued: changes.nIssued,
    questionnaire_hash: changes.questionnaireHash,
    questionnaire: questionnaire && writeJson(questionnaireSchema, questionnaire),
    frame: frame && writeJson(frameSchema, frame),
    ...(frame === null && { frame: null }),
    terms: terms && writeJson(roundTermsSchema, terms),
  };
}
