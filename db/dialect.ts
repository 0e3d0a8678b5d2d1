import { type Kysely, SqliteAdapter } from 'kysely';
import type { Database } from '#db/schema/database.ts';

/** A database or a transaction on it; every query function takes one first. */
export type Db = Kysely<Database>;

export const dialects = ['sqlite', 'postgres'] as const;
export type Dialect = (typeof dialects)[number];

/** Which database stands behind a connection or a transaction. */
export function dialectOf(db: Pick<Db, 'getExecutor'>): Dialect {
  return db.getExecutor().adapter instanceof SqliteAdapter ? 'sqlite' : 'postgres';
}

/**
 * Most bound values one statement may carry, with room to spare: SQLite allows 32,766, PostgreSQL 65,535.
 */
export const maxBoundValues = 30_000;

/**
 * Cuts rows into pieces that fit one statement each; no rows give no piece.
 * @throws {RangeError} when a single row has more than `maxBoundValues` columns
 */
export function chunkRows<Row>(rows: readonly Row[], nColumns: number): Row[][] {
  const size = Math.floor(maxBoundValues / nColumns);
  if (size < 1) throw new RangeError(`a row of ${nColumns} columns does not fit a statement`);
  const chunks: Row[][] = [];
  for (let start = 0; start < rows.length; start += size) chunks.push(rows.slice(start, start + size));
  return chunks;
}
