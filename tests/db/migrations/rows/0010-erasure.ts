import { add, type SchemaVersion } from './rows.ts';

export const erasure: SchemaVersion = {
  migrate: (before) => before,
  write: (migrated) => add(migrated, { erasure: [{ id: 1 }, { id: 2_147_483_647 }] }),
};
