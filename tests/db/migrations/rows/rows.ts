/** A row as SQL holds it, by the names of its columns. */
export type Row = Readonly<Record<string, string | number | null>>;

/** The rows of a database by table; a table stands after those that it refers to. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** A version of the schema, known by the migration that made it. */
export interface SchemaVersion {
  /** What its migration has to make of the rows of the version before. */
  readonly migrate: (before: Rows) => Rows;
  /** Those rows with what the software of this version wrote beside them. */
  readonly write: (migrated: Rows) => Rows;
}

/** Rows with others beside them. */
export function add(rows: Rows, others: Rows): Rows {
  const entries = Object.entries(others).map(([table, more]) => [table, [...(rows[table] ?? []), ...more]]);
  return { ...rows, ...Object.fromEntries(entries) };
}

/** Rows of which those of one table were changed, one by one. */
export const change = (rows: Rows, table: string, toNew: (row: Row) => Row): Rows => ({
  ...rows,
  [table]: (rows[table] ?? []).map(toNew),
});

/** Rows of a table with the same values in columns that are new. */
export const addColumns = (rows: Rows, table: string, columns: Row): Rows =>
  change(rows, table, (row) => ({ ...row, ...columns }));
