import { describe, expect, it } from 'vitest';
import * as auditPage from '#app/routes/admin/audit.tsx';
import * as auditCsv from '#app/routes/admin/audit-csv.ts';
import { recordAudit } from '#db/queries/audit.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';
import { asServed } from '#tests/helpers/as-served.ts';

const loadPage = asServed('/admin/audit', auditPage.loader);
const loadCsv = asServed('/admin/audit.csv', auditCsv.loader);

const getOffice = useOffice();

/** What a newer version may leave behind: an action, a type and facts that this one does not know. */
async function leaveForeignEntry(): Promise<void> {
  const { db } = getOffice().context().services;
  const at = '2026-11-22T01:00:00.000Z';
  const own = await recordAudit(db, { at, actor: null, action: 'round.opened', object: null, detail: {} });
  const foreign = {
    ...{ seq: own.seq + 1, at, actor_id: null, actor_name: null },
    ...{ action: 'round.moved_to_mars', object_type: 'planet', object_id: 'mars' },
    ...{ detail: '{"moons":["Phobos","Deimos"]}', previous_hash: own.hash, hash: 'f'.repeat(64) },
  };
  await db.insertInto('audit_entry').values(foreign).execute();
  await db.updateTable('audit_head').set({ seq: foreign.seq, hash: foreign.hash }).execute();
}

const argsAs = (role: 'staff' | 'admin', path: string) => {
  const { request, context } = getOffice();
  return { request: request(path, role), params: {}, context: context() };
};

describe('the log of actions', () => {
  it('is shown and exported to admins only', async () => {
    for (const load of [loadPage, loadCsv]) {
      const refused = await load(argsAs('staff', '/admin/audit')).catch((thrown: unknown) => thrown);
      expect(refused).toMatchObject({ status: 403 });
    }
  });

  it('shows and exports what another version wrote as it is written', async () => {
    await leaveForeignEntry();
    const { rows } = await loadPage(argsAs('admin', '/admin/audit'));
    expect(rows.slice(0, 2)).toMatchObject([
      { action: 'round.moved_to_mars', object: 'mars', detail: '{"moons":["Phobos","Deimos"]}' },
      { action: '受付を始めた', object: null, detail: '' },
    ]);
    const csv = await (await loadCsv(argsAs('admin', '/admin/audit.csv'))).text();
    expect(csv).toContain(
      '"round.moved_to_mars","round.moved_to_mars","planet","mars","{""moons"":[""Phobos"",""Deimos""]}"',
    );
    expect(csv).toContain('"round.opened","受付を始めた","","","{}"');
  });
});
