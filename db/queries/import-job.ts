import { z } from 'zod';
import type { Db } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import type { ImportJobTable } from '#db/schema/paper.ts';
import { type ImportProblem, importProblemSchema } from '#surveys/paper/import-problem.ts';

/**
 * `checking`: rows are being read; `storing`: all were good and go in, in one transaction; `refused`: at least
 * one was not, and nothing was stored; `failed`: a fault or an interruption, and nothing was stored.
 */
export const importStates = ['checking', 'storing', 'stored', 'refused', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

export const importChannels = ['paper', 'import'] as const;
export type ImportChannel = (typeof importChannels)[number];

const problemsSchema = z.array(importProblemSchema);

export interface ImportJob {
  readonly roundId: string;
  readonly id: string;
  readonly fileName: string;
  readonly channel: ImportChannel;
  readonly state: ImportState;
  readonly nRows: number;
  /** How many rows have at least one problem, whether listed or not. */
  readonly nBad: number;
  readonly nStored: number;
  /** The first problems, in the order of the rows. */
  readonly problems: readonly ImportProblem[];
  /** ISO-8601 UTC. */
  readonly createdAt: string;
  readonly touchedAt: string;
}

export type ImportKey = Pick<ImportJob, 'roundId' | 'id'>;

/** Stores a new job. @throws the database's violation when the id is taken */
export async function insertImportJob(db: Db, job: ImportJob): Promise<void> {
  await db
    .insertInto('import_job')
    .values({
      round_id: job.roundId,
      id: job.id,
      file_name: job.fileName,
      channel: job.channel,
      state: job.state,
      n_rows: job.nRows,
      n_bad: job.nBad,
      n_stored: job.nStored,
      problems: writeJson(problemsSchema, [...job.problems]),
      created_at: job.createdAt,
      touched_at: job.touchedAt,
    })
    .execute();
}

export interface ImportProgress extends ImportKey {
  readonly touchedAt: string;
  readonly state?: ImportState;
  readonly nRows?: number;
  readonly nBad?: number;
  readonly nStored?: number;
  readonly problems?: readonly ImportProblem[];
}

/**
 * Notes how far a job is, unless it has ended already.
 * @returns false when it has: work on it must stop
 */
export async function updateImportJob(
  db: Db,
  { roundId, id, ...progress }: ImportProgress,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('import_job')
    .set({
      touched_at: progress.touchedAt,
      ...(progress.state !== undefined && { state: progress.state }),
      ...(progress.nRows !== undefined && { n_rows: progress.nRows }),
      ...(progress.nBad !== undefined && { n_bad: progress.nBad }),
      ...(progress.nStored !== undefined && { n_stored: progress.nStored }),
      ...(progress.problems !== undefined && {
        problems: writeJson(problemsSchema, [...progress.problems]),
      }),
    })
    .where('round_id', '=', roundId)
    .where('id', '=', id)
    .where('state', 'in', ['checking', 'storing'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** A job of a round; undefined when the round has none with this id. */
export async function findImportJob(db: Db, { roundId, id }: ImportKey): Promise<ImportJob | undefined> {
  const row = await db
    .selectFrom('import_job')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toJob(row);
}

/** The jobs of a round, the latest first. */
export async function listImportJobs(db: Db, roundId: string): Promise<readonly ImportJob[]> {
  const rows = await db
    .selectFrom('import_job')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toJob);
}

/** Ends the jobs of a round that nobody has worked on since an instant as failed. @returns their ids */
export async function failStaleImports(
  db: Db,
  { roundId, before }: { readonly roundId: string; readonly before: string },
): Promise<readonly string[]> {
  const stale = await db
    .updateTable('import_job')
    .set({ state: 'failed' })
    .where('round_id', '=', roundId)
    .where('state', 'in', ['checking', 'storing'])
    .where('touched_at', '<', before)
    .returning('id')
    .execute();
  return stale.map(({ id }) => id);
}

const toJob = (row: ImportJobTable): ImportJob => ({
  roundId: row.round_id,
  id: row.id,
  fileName: row.file_name,
  channel: z.enum(importChannels).parse(row.channel),
  state: z.enum(importStates).parse(row.state),
  nRows: row.n_rows,
  nBad: row.n_bad,
  nStored: row.n_stored,
  problems: readJson(problemsSchema, row.problems),
  createdAt: row.created_at,
  touchedAt: row.touched_at,
});
