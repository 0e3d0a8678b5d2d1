import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '#app/fielding/audit/verify-audit.ts';
import { type Connection, connect } from '#db/connect.ts';
import { type Db, dialects } from '#db/dialect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import {
  byKey,
  describeSchema,
  fillAsVersion,
  migrateAsVersion,
  readByKey,
  rowsAt,
  rowsToday,
} from '#tests/db/migrations/older-database.ts';
import { countWhatIsRead } from '#tests/db/migrations/read-everything.ts';
import { schemaVersions } from '#tests/db/migrations/rows/index.ts';
import type { Row } from '#tests/db/migrations/rows/rows.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';

const versions = Object.keys(migrations);

it('has rows of every version of the schema', () => {
  // A new migration comes with a file in rows/, listed in rows/index.ts.
  expect([...schemaVersions.keys()]).toEqual(versions);
});

/** Tables that are read as sums of what their rows count. */
const counters = ['day_count', 'page_count', 'device_count'];
const countedBy = (table: string, rows: readonly Row[]): number =>
  counters.includes(table) ? rows.reduce((sum, { n }) => sum + Number(n), 0) : rows.length;

describe.each(dialects.flatMap((dialect) => versions.map((version) => [version, dialect] as const)))(
  'a database of version %s (%s)',
  (version, dialect) => {
    let database: TestDatabase;
    let connection: Connection;
    let db: Db;
    let columnsNotTried: readonly string[];
    beforeAll(async () => {
      database = await createTestDatabase(dialect, { isEmpty: true });
      connection = connect(database.url);
      db = connection.db;
      await migrateAsVersion(db, version);
      await fillAsVersion(db, version);
      columnsNotTried = await listColumnsNotTried();
      await migrateToLatest(db);
    });
    afterAll(async () => {
      await connection.close();
      await database.drop();
    });

    /** Columns for which the rows do not have both, a value and none, or have no value where there must be one. */
    const listColumnsNotTried = async () =>
      (await db.introspection.getTables()).flatMap(({ name, columns }) =>
        columns.flatMap((column) => {
          const kinds = new Set((rowsAt(version)[name] ?? []).map((row) => row[column.name] === null));
          return kinds.size === (column.isNullable ? 2 : 1) ? [] : [`${name}.${column.name}`];
        }),
      );

    it('held rows in every table, and nothing where nothing may be', () => {
      // A round has had terms since 0011, though SQLite could not forbid it to have none.
      expect(columnsNotTried).toEqual(version >= '0011' ? ['round.terms'] : []);
    });

    it('keeps every row with every value, but for what a migration is meant to change', async () => {
      expect(await readByKey(db)).toEqual(await byKey(db, rowsToday(version)));
    });

    it('has the schema of a new one, and knows every migration once', async () => {
      const fresh = await createTestDatabase(dialect);
      const { db: freshDb, close } = connect(fresh.url);
      expect(await describeSchema(db)).toEqual(await describeSchema(freshDb));
      await close();
      await fresh.drop();
      const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
      expect(rows.map(({ name }) => name).sort()).toEqual(versions);
    });

    it('is read by the queries of today', async () => {
      const today = rowsToday(version);
      const read = await countWhatIsRead(db);
      const expected = Object.keys(read).map((table) => [table, countedBy(table, today[table] ?? [])]);
      expect(read).toEqual(Object.fromEntries(expected));
      expect(await verifyAudit(db)).toMatchObject({
        kind: 'intact',
        nEntries: today.audit_entry?.length ?? 0,
      });
    });
  },
);
