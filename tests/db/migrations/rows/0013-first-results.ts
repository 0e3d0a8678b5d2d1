import { firstCount, firstResult } from './0001-main-road.ts';
import { change, type SchemaVersion } from './rows.ts';

const completed = new Map(
  [firstResult, firstCount].map((document) => [
    JSON.stringify(document),
    JSON.stringify({ weighted: null, methodNote: [], ...document }),
  ]),
);

export const firstResults: SchemaVersion = {
  migrate: (before) =>
    change(before, 'result', (result) => ({
      ...result,
      document: completed.get(String(result.document)) ?? String(result.document),
    })),
  write: (migrated) => migrated,
};
