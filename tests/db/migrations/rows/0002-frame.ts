import { firstRound, hardText, resultDocument } from './documents.ts';
import { add, addColumns, type SchemaVersion } from './rows.ts';

const frameDocument = {
  source: hardText,
  asOf: '2026-10-01',
  strata: [
    { id: '北港', population: 40_000, nIssued: 1_500 },
    { id: '島屋', population: 25_000, nIssued: null },
  ],
  weighting: 'rake',
  margins: [
    {
      by: ['sex'],
      categories: [
        { key: ['yes'], population: 33_000 },
        { key: ['no'], population: 32_000 },
      ],
    },
  ],
  unmatched: [{ dimension: 'sex', value: 'other' }],
  merges: [{ dimension: 'stratum', from: '島屋', into: '北港' }],
  trimAtMeanTimes: 5,
};

export const frame: SchemaVersion = {
  // No round had a frame before.
  migrate: (before) => addColumns(before, 'round', { frame: null }),
  write: (migrated) =>
    add(migrated, {
      round: [
        { ...firstRound({ id: 'weighted' }), state: 'finalised', frame: JSON.stringify(frameDocument) },
      ],
      result: [
        {
          round_id: 'weighted',
          indicator_id: '1-1-i',
          plan_id: 'plan',
          fiscal_year: 2026,
          state: 'final',
          document: JSON.stringify(resultDocument),
          provenance: '{"weighting":"rake","frameHash":null,"parameters":{"level":0.95}}',
          hash: 'hash-of-weighted',
          created_at: '2026-11-22T23:10:00.000Z',
        },
      ],
    }),
};
