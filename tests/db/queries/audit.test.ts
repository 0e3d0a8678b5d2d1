import { expect, it } from 'vitest';
import { type AuditEvent, listAuditActors, listAuditEntries, recordAudit } from '#db/queries/audit.ts';
import { inTransaction } from '#db/transaction.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const anEvent = (event: Partial<AuditEvent> = {}): AuditEvent => ({
  at: '2026-11-22T01:00:00.000Z',
  actor: { id: 'a1', name: 'hanako' },
  action: 'round.opened',
  object: { type: 'round', id: 'r1' },
  detail: {},
  ...event,
});

describeOnEachDatabase('the audit log', (getDb) => {
  it('numbers entries without gaps, each with the hash of the one before', async () => {
    const first = await recordAudit(getDb(), anEvent());
    const second = await recordAudit(getDb(), anEvent({ actor: null, object: null }));
    expect(second.seq).toBe(first.seq + 1);
    expect(second.previousHash).toBe(first.hash);
    expect(second.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await listAuditEntries(getDb(), { limit: 2 })).toEqual([second, first]);
  });

  it('forgets an entry together with the action that was rolled back, and leaves no gap', async () => {
    const before = await recordAudit(getDb(), anEvent());
    const failed = inTransaction(getDb(), async (tx) => {
      await recordAudit(tx, anEvent({ action: 'round.closed' }));
      throw new Error('the action failed');
    });
    await expect(failed).rejects.toThrow('the action failed');
    expect(await recordAudit(getDb(), anEvent())).toMatchObject({
      seq: before.seq + 1,
      previousHash: before.hash,
    });
  });

  it('chains entries written at the same time', async () => {
    const before = await recordAudit(getDb(), anEvent());
    await Promise.all(Array.from({ length: 30 }, (_, n) => recordAudit(getDb(), anEvent({ detail: { n } }))));
    const entries = await listAuditEntries(getDb(), { limit: 30 });
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, n) => before.seq + 30 - n));
    for (const [index, entry] of entries.entries()) {
      expect(entry.previousHash).toBe(entries[index + 1]?.hash ?? before.hash);
    }
  });

  it('narrows the log by person, action, object, time and page', async () => {
    const at = '2027-01-05T00:00:00.000Z';
    const actor = { id: 'filter', name: 'jiro' };
    const object = { type: 'round', id: 'filter-round' } as const;
    const entry = await recordAudit(getDb(), anEvent({ at, actor, object, action: 'round.finalised' }));
    for (const filter of [
      { actorId: 'filter' },
      { action: 'round.finalised' },
      { objectId: 'filter-round' },
      { from: at },
      { from: at, before: '2027-01-05T00:00:00.001Z' },
    ]) {
      expect(await listAuditEntries(getDb(), { ...filter, limit: 10 }), JSON.stringify(filter)).toEqual([
        entry,
      ]);
    }
    expect(await listAuditEntries(getDb(), { actorId: 'filter', before: at, limit: 10 })).toEqual([]);
    const older = await listAuditEntries(getDb(), { beforeSeq: entry.seq, limit: 1 });
    expect(older.map(({ seq }) => seq)).toEqual([entry.seq - 1]);
  });

  it('lists who stands in the log under the newest name', async () => {
    await recordAudit(getDb(), anEvent({ actor: { id: 'renamed', name: 'old name' } }));
    await recordAudit(getDb(), anEvent({ actor: { id: 'renamed', name: 'zoe' } }));
    const actors = await listAuditActors(getDb());
    expect(actors.filter(({ id }) => id === 'renamed')).toEqual([{ id: 'renamed', name: 'zoe' }]);
    expect(actors.map(({ name }) => name)).toEqual(actors.map(({ name }) => name).toSorted());
  });

  it('shows what another version wrote as it is written, and the entries beside it', async () => {
    const own = await recordAudit(getDb(), anEvent());
    const foreign = {
      ...{ seq: own.seq + 1, at: '2026-11-22T02:00:00.000Z', actor_id: null, actor_name: null },
      ...{ action: 'round.moved_to_mars', object_type: 'planet', object_id: 'mars' },
      ...{ detail: '{"moons":["Phobos","Deimos"]}', previous_hash: own.hash, hash: 'x' },
    };
    await getDb().insertInto('audit_entry').values(foreign).execute();
    const unreadable = { ...foreign, seq: own.seq + 2, detail: 'no JSON' };
    await getDb().insertInto('audit_entry').values(unreadable).execute();
    const [last, before, first] = await listAuditEntries(getDb(), { limit: 3 });
    expect(before).toMatchObject({
      action: { foreign: 'round.moved_to_mars' },
      object: { type: { foreign: 'planet' }, id: 'mars' },
      detail: foreign.detail,
    });
    expect(last?.detail).toBe('no JSON');
    expect(first).toEqual(own);
    const byAction = await listAuditEntries(getDb(), { action: 'round.moved_to_mars', limit: 10 });
    expect(byAction).toHaveLength(2);
    await getDb().deleteFrom('audit_entry').where('seq', '>', own.seq).execute();
  });

  it.each([{ action: 'round.moved_to_mars' }, { object: { type: 'planet', id: 'mars' } }])(
    'writes nothing that is not of its vocabulary: %j',
    async (foreign) => {
      const before = await recordAudit(getDb(), anEvent());
      const event: unknown = { ...anEvent(), ...foreign };
      await expect(recordAudit(getDb(), event as AuditEvent)).rejects.toThrow();
      expect(await recordAudit(getDb(), anEvent())).toMatchObject({ seq: before.seq + 1 });
    },
  );

  it('takes no long text as a detail', async () => {
    await expect(recordAudit(getDb(), anEvent({ detail: { text: 'x'.repeat(501) } }))).rejects.toThrow();
  });
});
