import { expect, it } from 'vitest';
import { assertDurable, migrateToLatest } from '#db/migrate.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

describeOnEachDatabase('migrateToLatest', (getDb, { dialect }) => {
  it('creates every table', async () => {
    const tables = (await getDb().introspection.getTables()).map((table) => table.name);
    expect(tables).toEqual(
      expect.arrayContaining([
        'plan',
        'round',
        'draft',
        'submission',
        'intake',
        'response',
        'free_text',
        'tally',
        'day_count',
        'result',
        'account',
        'session',
      ]),
    );
  });

  it('applies nothing the second time and stays durable', async () => {
    expect(await migrateToLatest(getDb())).toEqual([]);
    await expect(assertDurable(getDb())).resolves.toBeUndefined();
  });

  it.runIf(dialect === 'sqlite')('keeps no row ids where they would tell an order', async () => {
    for (const table of ['submission', 'intake', 'response', 'free_text', 'tally', 'day_count'] as const) {
      const query = getDb().selectFrom(table).select(getDb().dynamic.ref('rowid'));
      await expect(query.execute()).rejects.toThrow('no such column');
    }
  });
});
