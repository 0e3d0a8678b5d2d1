import { firstRound } from './documents.ts';
import { add, addColumns, type Row, type SchemaVersion } from './rows.ts';

/** Codes of a round, with the seed that they could be made again from. */
export const lettersOf = (
  roundId: string,
  seed: string | null,
): { readonly batch: Row; readonly codes: readonly Row[] } => ({
  batch: {
    ...{ round_id: roundId, batch: 1, strata: '[{"stratum":"北港","n":3},{"stratum":"all","n":1}]' },
    ...{ first_serial: 1, n_codes: 4, n_made: 4, seed, created_at: '2026-11-22T23:20:00.000Z' },
  },
  codes: ['issued', 'used', 'void', 'returned'].map((state, index) => ({
    ...{ round_id: roundId, code_hash: `code-${index}`, serial: index + 1, batch: 1, stratum: '北港', state },
    key_hash: state === 'used' ? 'k-9' : null,
  })),
});

const letters = [
  lettersOf('draft', 'seed-of-draft'),
  lettersOf('open', 'seed-of-open'),
  lettersOf('closed', 'seed-of-closed'),
  lettersOf('coded', null),
];

export const accessCodes: SchemaVersion = {
  // Until now anybody with the link got in, and everybody was reminded.
  migrate: (before) => addColumns(before, 'round', { access: 'open', reminder: 'everyone' }),
  write: (migrated) =>
    add(migrated, {
      round: [{ ...firstRound({ id: 'coded' }), frame: null, access: 'code', reminder: 'unused' }],
      access_code_batch: letters.map(({ batch }) => batch),
      access_code: letters.flatMap(({ codes }) => codes),
    }),
};
