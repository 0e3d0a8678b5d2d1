import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { type Db, dialectOf } from '#db/dialect.ts';
import { migrations } from '#db/migrations/index.ts';
import { schemaVersions } from '#tests/db/migrations/rows/index.ts';
import type { Row, Rows } from '#tests/db/migrations/rows/rows.ts';

/** Brings an empty database to an earlier version of the schema, as the software of that time did. */
export async function migrateAsVersion(db: Db, version: string): Promise<void> {
  const known = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= version));
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => known },
  }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** What a database of a version holds that has been in use since the first one. */
export function rowsAt(version: string): Rows {
  let rows: Rows = {};
  for (const [name, { migrate, write }] of schemaVersions) {
    if (name <= version) rows = write(migrate(rows));
  }
  return rows;
}

/** What has to become of it in today's schema. */
export function rowsToday(version: string): Rows {
  let rows = rowsAt(version);
  for (const [name, { migrate }] of schemaVersions) {
    if (name > version) rows = migrate(rows);
  }
  return rows;
}

/** Puts the rows of a version into a database that was brought to it. */
export async function fillAsVersion(db: Db, version: string): Promise<void> {
  // The head of the audit log is the one row that a migration itself makes.
  if (version >= '0004') await sql`delete from audit_head`.execute(db);
  for (const [table, rows] of Object.entries(rowsAt(version))) {
    for (const row of rows) {
      const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
      await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(
        db,
      );
    }
  }
}

/** Every row of every table by its key, whole: `round {"id":"open"}`. */
export async function readByKey(db: Db): Promise<Readonly<Record<string, Row>>> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  const found: Rows = Object.fromEntries(
    await Promise.all(
      tables.map(async (table) => {
        const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(db);
        return [table, rows] as const;
      }),
    ),
  );
  return byKey(db, found);
}

/** Rows by their keys, as `readByKey` gives those of a database. */
export async function byKey(db: Db, rows: Rows): Promise<Readonly<Record<string, Row>>> {
  const entries: [string, Row][] = [];
  for (const [table, ofTable] of Object.entries(rows)) {
    const columns = await listKeyColumns(db, table);
    for (const row of ofTable) {
      const key = JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column]])));
      entries.push([`${table} ${key}`, row]);
    }
  }
  if (new Set(entries.map(([key]) => key)).size < entries.length) throw new Error('a key was given twice');
  return Object.fromEntries(entries);
}

async function listKeyColumns(db: Db, table: string): Promise<readonly string[]> {
  const query =
    dialectOf(db) === 'sqlite'
      ? sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by name`
      : sql<{ name: string }>`
          select attname as name from pg_index join pg_attribute
            on attrelid = indrelid and attnum = any(indkey)
          where indrelid = ${table}::regclass and indisprimary order by attname`;
  return (await query.execute(db)).rows.map(({ name }) => name);
}

/** Everything that the schema of a database says, line by line: tables, columns, indexes, constraints. */
export async function describeSchema(db: Db): Promise<readonly string[]> {
  const query =
    dialectOf(db) === 'sqlite'
      ? sql<{
          line: string;
        }>`select type || ' ' || name || ': ' || coalesce(sql, '') as line from sqlite_master`
      : sql<{ line: string }>`
          select table_name || '.' || column_name || ': ' || concat_ws(' ', ordinal_position, data_type,
              collation_name, is_nullable, column_default) as line
            from information_schema.columns where table_schema = 'public'
          union all select indexdef from pg_indexes where schemaname = 'public'
          union all select conrelid::regclass || ' ' || conname || ': ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = 'public'::regnamespace`;
  return (await query.execute(db)).rows.map(({ line }) => line).sort();
}
