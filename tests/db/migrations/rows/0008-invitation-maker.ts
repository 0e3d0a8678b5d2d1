import { add, addColumns, type SchemaVersion } from './rows.ts';

export const invitationMaker: SchemaVersion = {
  // Nobody had noted who made a link.
  migrate: (before) => addColumns(before, 'invitation', { made_by: null }),
  write: (migrated) =>
    add(migrated, {
      invitation: [
        {
          ...{ token_hash: 'in-3', account_id: null, name: 'newer', display_name: '新人', role: 'manager' },
          created_at: '2026-11-27T13:20:00.000Z',
          expires_at: '2026-12-04T13:20:00.000Z',
          made_by: 'a-2',
        },
      ],
    }),
};
