import { createHash } from 'node:crypto';
import { hardText } from './documents.ts';
import { add, addColumns, type Row, type SchemaVersion } from './rows.ts';

/** What the log of that time held, as it was chained then. */
function chain(entries: readonly Row[]): readonly Row[] {
  let previous = '';
  return entries.map((entry) => {
    const { seq, at, actor_id, actor_name, action, object_type, object_id, detail } = entry;
    const covered = [seq, at, actor_id, actor_name, action, object_type, object_id, detail, previous];
    const hash = createHash('sha256').update(JSON.stringify(covered)).digest('hex');
    const row = { ...entry, previous_hash: previous, hash };
    previous = hash;
    return row;
  });
}

const entries = chain([
  {
    ...{ seq: 1, at: '2026-11-22T23:30:00.000Z', actor_id: 'a-1', actor_name: '此花 花子' },
    ...{ action: 'session.opened', object_type: 'account', object_id: 'a-1', detail: '{"hasTotp":true}' },
  },
  {
    ...{ seq: 2, at: '2026-11-22T23:31:00.000Z', actor_id: null, actor_name: null },
    ...{ action: 'session.refused', object_type: null, object_id: null, detail: '{}' },
  },
  {
    // The account is not there any more, nor does today's software know the action.
    ...{ seq: 3, at: '2026-11-22T23:32:00.000Z', actor_id: 'a-gone', actor_name: hardText },
    ...{ action: 'round.of_old', object_type: 'thing', object_id: 'x', detail: '{"n":3,"why":null}' },
  },
]);

const invitation = {
  role: 'staff',
  created_at: '2026-11-22T23:30:00.000Z',
  expires_at: '2026-11-29T23:30:00.000Z',
};

export const people: SchemaVersion = {
  migrate: (before) =>
    add(addColumns(before, 'session', { last_seen_at: null, device: null, address_class: null }), {
      // The chain begins.
      audit_head: [{ id: 1, seq: 0, hash: '' }],
    }),
  write: (migrated) =>
    add(
      { ...migrated, audit_head: [{ id: 1, seq: 3, hash: entries.at(-1)?.hash ?? '' }] },
      {
        session: [
          {
            token_hash: 's-2',
            account_id: 'a-2',
            created_at: '2026-11-22T23:30:00.000Z',
            expires_at: '2026-11-23T11:30:00.000Z',
            last_seen_at: '2026-11-22T23:40:00.000Z',
            device: 'Firefox / Windows',
            address_class: 'private',
          },
        ],
        account_totp: [
          {
            account_id: 'a-1',
            sealed_secret: 'B'.repeat(88),
            confirmed_at: '2026-11-22T23:33:00.000Z',
            last_step: 58_799_999,
          },
          { account_id: 'a-2', sealed_secret: 'C'.repeat(88), confirmed_at: null, last_step: 0 },
        ],
        recovery_code: [
          { account_id: 'a-1', code_hash: 'rc-1' },
          { account_id: 'a-1', code_hash: 'rc-2' },
        ],
        invitation: [
          { token_hash: 'in-1', account_id: null, name: 'new', display_name: '新人', ...invitation },
          {
            token_hash: 'in-2',
            account_id: 'a-1',
            name: 'staff@example.jp',
            display_name: '',
            ...invitation,
          },
        ],
        audit_entry: entries,
      },
    ),
};
