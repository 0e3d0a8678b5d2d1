import { add, type SchemaVersion } from './rows.ts';

export const devices: SchemaVersion = {
  migrate: (before) => before,
  write: (migrated) =>
    add(migrated, {
      page_count: [
        { round_id: 'open', step: 'begun', writer: 0, n: 12 },
        { round_id: 'open', step: 'page:second', writer: 3, n: 1 },
      ],
      device: [
        {
          id: 'tablet-1',
          name: '窓口1',
          round_id: 'open',
          token_hash: 'token-1',
          pairing_hash: null,
          pairing_expires_at: null,
          created_at: '2026-11-22T23:57:00.000Z',
          paired_at: '2026-11-22T23:58:00.000Z',
          revoked_at: '2026-11-22T23:59:00.000Z',
          last_used_on: '2026-11-22',
        },
        {
          id: 'tablet-2',
          name: '',
          round_id: null,
          token_hash: null,
          pairing_hash: 'pairing-2',
          pairing_expires_at: '2026-11-23T00:07:00.000Z',
          created_at: '2026-11-22T23:57:00.000Z',
          paired_at: null,
          revoked_at: null,
          last_used_on: null,
        },
      ],
      device_count: [{ round_id: 'open', device_id: 'tablet-1', writer: 1, n: 5 }],
    }),
};
