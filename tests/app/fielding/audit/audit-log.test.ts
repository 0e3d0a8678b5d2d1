import { expect, it } from 'vitest';
import { exportAuditLog, loadAuditLog } from '#app/fielding/audit/audit-log.ts';
import { recordAudit } from '#db/queries/audit.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { makeAccount } from '#tests/helpers/make-account.ts';
import { useServices } from '#tests/helpers/services.ts';

describeOnEachDatabase('the log of actions', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection });

  it('is read a page at a time, by the days of Japan, with the names of what it is about', async () => {
    const { services } = getServices();
    const round = await storeRound(getDb());
    const by = await makeAccount(getDb(), '職員');
    const actor = { id: by.id, name: by.name };
    const object = { type: 'round', id: round.id } as const;
    // One a day at a quarter past midnight in Japan, which is the day before by UTC.
    const days = Array.from({ length: 60 }, (_, index) => new Date(Date.UTC(2026, 8, 1 + index, 15, 15)));
    for (const day of days) {
      await recordAudit(getDb(), {
        at: day.toISOString(),
        actor,
        action: 'round.changed',
        object,
        detail: {},
      });
    }
    const first = await loadAuditLog(services, { object: round.id });
    expect(first.entries).toHaveLength(50);
    expect(first.objectNames.get(round.id)).toBe(round.title);
    expect(first.objectNames.get(by.id)).toBe('職員');
    expect(first.actors).toContainEqual(actor);
    const second = await loadAuditLog(services, { object: round.id, before: first.nextBefore ?? 0 });
    expect(second.entries).toHaveLength(10);
    expect(second.nextBefore).toBeNull();
    const { entries } = await loadAuditLog(services, {
      actor: by.id,
      from: '2026-09-03',
      to: '2026-09-04',
    });
    expect(entries.map(({ at }) => at)).toEqual(['2026-09-03T15:15:00.000Z', '2026-09-02T15:15:00.000Z']);
  });

  it('holds that it was exported, and by what it was narrowed, in the export itself', async () => {
    const { services } = getServices();
    const by = await makeAccount(getDb());
    const pieces = await exportAuditLog(services, { by, filter: { actor: by.id, to: undefined } });
    const exported: object[] = [];
    for await (const entries of pieces) exported.push(...entries);
    expect(exported).toMatchObject([
      { actor: { id: by.id }, action: 'audit.exported', object: null, detail: { actor: by.id } },
    ]);
  });
});
