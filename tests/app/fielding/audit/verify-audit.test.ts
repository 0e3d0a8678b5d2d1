import { beforeEach, expect, it } from 'vitest';
import { verifyAudit } from '#app/fielding/audit/verify-audit.ts';
import { type AuditEntry, hashAuditRow, recordAudit } from '#db/queries/audit.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const nEntries = 8;

describeOnEachDatabase('checking the audit log', (getDb) => {
  let entries: AuditEntry[] = [];
  const lastHash = () => entries.at(-1)?.hash ?? '';

  beforeEach(async () => {
    await getDb().deleteFrom('audit_entry').execute();
    await getDb().updateTable('audit_head').set({ seq: 0, hash: '' }).execute();
    entries = [];
    for (let n = 1; n <= nEntries; n += 1) {
      const event = {
        at: `2026-11-22T01:00:0${n}.000Z`,
        actor: { id: 'a1', name: 'hanako' },
        action: 'round.opened',
        object: { type: 'round', id: `r${n}` },
        detail: { n },
      } as const;
      entries.push(await recordAudit(getDb(), event));
    }
  });

  const changeRow = (seq: number, change: Record<string, string | number>) =>
    getDb().updateTable('audit_entry').set(change).where('seq', '=', seq).execute();

  /** As somebody would who can write to the database and knows how hashes are made. */
  async function rehashFrom(seq: number): Promise<void> {
    let previous = entries[seq - 2]?.hash ?? '';
    const rows = await getDb()
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '>=', seq)
      .orderBy('seq')
      .execute();
    for (const row of rows) {
      const hash = hashAuditRow({ ...row, previous_hash: previous });
      await changeRow(row.seq, { previous_hash: previous, hash });
      previous = hash;
    }
    await getDb().updateTable('audit_head').set({ hash: previous }).execute();
  }

  it('finds an untouched log intact, and an empty one', async () => {
    expect(await verifyAudit(getDb())).toEqual({ kind: 'intact', nEntries, lastHash: lastHash() });
    await getDb().deleteFrom('audit_entry').execute();
    await getDb().updateTable('audit_head').set({ seq: 0, hash: '' }).execute();
    expect(await verifyAudit(getDb())).toEqual({ kind: 'intact', nEntries: 0, lastHash: '' });
  });

  it.each([
    ['at', '2026-11-22T09:00:00.000Z'],
    ['actor_id', 'a2'],
    ['actor_name', 'jiro'],
    ['action', 'round.closed'],
    ['object_type', 'account'],
    ['object_id', 'r99'],
    ['detail', '{"n":99}'],
    ['previous_hash', '0'.repeat(64)],
    ['hash', '0'.repeat(64)],
  ])('names the entry whose %s was changed', async (column, value) => {
    await changeRow(4, { [column]: value });
    expect(await verifyAudit(getDb())).toEqual({ kind: 'broken', seq: 4, reason: 'changed' });
  });

  it('names the entry after one that was changed and hashed anew', async () => {
    await changeRow(4, { detail: '{"n":99}' });
    const row = await getDb()
      .selectFrom('audit_entry')
      .selectAll()
      .where('seq', '=', 4)
      .executeTakeFirstOrThrow();
    await changeRow(4, { hash: hashAuditRow(row) });
    expect(await verifyAudit(getDb())).toEqual({ kind: 'broken', seq: 5, reason: 'unchained' });
  });

  it('names an entry that was taken out, in the middle and at the end', async () => {
    await getDb().deleteFrom('audit_entry').where('seq', '=', nEntries).execute();
    expect(await verifyAudit(getDb())).toEqual({ kind: 'broken', seq: nEntries, reason: 'missing' });
    await getDb().deleteFrom('audit_entry').where('seq', '=', 3).execute();
    expect(await verifyAudit(getDb())).toEqual({ kind: 'broken', seq: 3, reason: 'missing' });
  });

  it('names an entry that was added past the log', async () => {
    const forged = {
      seq: nEntries + 1,
      at: '2026-11-22T02:00:00.000Z',
      actor_id: null,
      actor_name: null,
      action: 'round.closed',
      object_type: null,
      object_id: null,
      detail: '{}',
      previous_hash: lastHash(),
    };
    await getDb()
      .insertInto('audit_entry')
      .values({ ...forged, hash: hashAuditRow(forged) })
      .execute();
    expect(await verifyAudit(getDb())).toEqual({ kind: 'broken', seq: nEntries + 1, reason: 'added' });
  });

  it('finds a log that was rewritten whole by a hash noted elsewhere', async () => {
    const anchor = { seq: 6, hash: entries[5]?.hash ?? '' };
    expect(await verifyAudit(getDb(), anchor)).toMatchObject({ kind: 'intact' });
    await changeRow(4, { detail: '{"n":99}' });
    await rehashFrom(4);
    expect(await verifyAudit(getDb())).toMatchObject({ kind: 'intact' });
    expect(await verifyAudit(getDb(), anchor)).toEqual({ kind: 'broken', seq: 6, reason: 'unanchored' });
  });

  it('misses an entry that was noted elsewhere and is no longer there', async () => {
    await getDb().deleteFrom('audit_entry').where('seq', '>', 5).execute();
    await getDb()
      .updateTable('audit_head')
      .set({ seq: 5, hash: entries[4]?.hash ?? '' })
      .execute();
    expect(await verifyAudit(getDb())).toMatchObject({ kind: 'intact', nEntries: 5 });
    expect(await verifyAudit(getDb(), { seq: 6, hash: 'x' })).toEqual({
      kind: 'broken',
      seq: 6,
      reason: 'missing',
    });
  });
});
