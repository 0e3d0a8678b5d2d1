import { z } from 'zod';
import { chunkRows, type Db } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import type { ResultTable } from '#db/schema/rounds.ts';
import type { PlacedResult } from '#surveys/evaluation/build-evaluation.ts';
import { type IndicatorResult, indicatorResultSchema } from '#surveys/evaluation/indicator-result.ts';

/** States of a stored result (確定値, 公表値); a provisional one (速報値) is computed, never stored. */
export const storedResultStates = ['final', 'published'] as const;
export type StoredResultState = (typeof storedResultStates)[number];

const provenanceSchema = z.record(z.string(), z.json());

/** How a result came about: questionnaire hash, base rule, method, tally hash, software version … */
export type Provenance = z.infer<typeof provenanceSchema>;

/** The finalised figure of one indicator of a round. */
export interface StoredResult {
  readonly roundId: string;
  readonly indicatorId: string;
  readonly planId: string;
  readonly fiscalYear: number;
  readonly state: StoredResultState;
  /** Its `state` is always the stored one. */
  readonly result: IndicatorResult;
  readonly provenance: Provenance;
  readonly hash: string;
  /** ISO-8601 UTC. */
  readonly createdAt: string;
}

/**
 * Stores results; none is no error.
 * @throws {z.ZodError} when a result or its provenance does not fit its schema
 * @throws the database's unique violation when the round has a result of the indicator already
 */
export async function insertResults(db: Db, results: readonly StoredResult[]): Promise<void> {
  for (const chunk of chunkRows(results.map(toRow), 9)) {
    await db.insertInto('result').values(chunk).execute();
  }
}

/**
 * The published results of a plan in a fiscal year, by indicator and round, of all its rounds: what everybody may
 * read of them. Results that are final only are left out.
 */
export async function listPublishedResults(
  db: Db,
  filter: { readonly planId: string; readonly fiscalYear: number },
): Promise<readonly PlacedResult[]> {
  const rows = await db
    .selectFrom('result')
    .select(['indicator_id', 'fiscal_year', 'document'])
    .where('plan_id', '=', filter.planId)
    .where('fiscal_year', '=', filter.fiscalYear)
    .where('state', '=', 'published')
    .orderBy('indicator_id')
    .orderBy('round_id')
    .execute();
  return rows.map((row) => ({
    indicatorId: row.indicator_id,
    fiscalYear: row.fiscal_year,
    result: { ...readJson(indicatorResultSchema, row.document), state: 'published' },
  }));
}

/** The stored results of one round, by indicator; none before it is finalised. */
export async function listRoundResults(db: Db, roundId: string): Promise<readonly StoredResult[]> {
  const rows = await db
    .selectFrom('result')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('indicator_id')
    .execute();
  return rows.map(fromRow);
}

/** Makes the final results of a round published ones and says how many became so. */
export async function publishResults(db: Db, roundId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('result')
    .set({ state: 'published' })
    .where('round_id', '=', roundId)
    .where('state', '=', 'final')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

function toRow(result: StoredResult): ResultTable {
  return {
    round_id: result.roundId,
    indicator_id: result.indicatorId,
    plan_id: result.planId,
    fiscal_year: result.fiscalYear,
    state: result.state,
    document: writeJson(indicatorResultSchema, result.result),
    provenance: writeJson(provenanceSchema, result.provenance),
    hash: result.hash,
    created_at: result.createdAt,
  };
}

function fromRow(row: ResultTable): StoredResult {
  const state = z.enum(storedResultStates).parse(row.state);
  return {
    roundId: row.round_id,
    indicatorId: row.indicator_id,
    planId: row.plan_id,
    fiscalYear: row.fiscal_year,
    state,
    result: { ...readJson(indicatorResultSchema, row.document), state },
    provenance: readJson(provenanceSchema, row.provenance),
    hash: row.hash,
    createdAt: row.created_at,
  };
}
