import { describe, expect, it } from 'vitest';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

const round = {
  audience: 'residents',
  state: 'open',
  opensAt: '2026-11-01T00:00:00.000Z',
  closesAt: '2026-12-01T00:00:00.000Z',
} as const;

describe('takesAnswers', () => {
  it.each([
    ['2026-10-31T23:59:59.999Z', false],
    ['2026-11-01T00:00:00.000Z', true],
    ['2026-11-30T23:59:59.999Z', true],
    ['2026-12-01T00:00:00.000Z', false],
  ])('takes residents at %s: %s', (now, isTaken) => {
    expect(takesAnswers(round, 'web', now)).toBe(isTaken);
    expect(takesAnswers(round, 'kiosk', now)).toBe(isTaken);
  });

  it.each([
    ['draft', false],
    ['open', true],
    ['closed', true],
    ['finalised', false],
  ] as const)('takes late paper in a round that is %s: %s', (state, isTaken) => {
    expect(takesAnswers({ ...round, state }, 'paper', '2026-12-05T00:00:00.000Z')).toBe(isTaken);
    expect(takesAnswers({ ...round, state }, 'import', '2026-12-05T00:00:00.000Z')).toBe(isTaken);
  });

  it.each(['draft', 'closed', 'finalised'] as const)('takes no resident in a round that is %s', (state) => {
    expect(takesAnswers({ ...round, state }, 'web', '2026-11-05T00:00:00.000Z')).toBe(false);
  });

  it.each([
    ['draft', false],
    ['open', true],
    ['closed', false],
  ] as const)('takes records of the ward in a round that is %s: %s', (state, isTaken) => {
    const records = { ...round, audience: 'ward-records', state } as const;
    expect(takesAnswers(records, 'import', '2026-12-05T00:00:00.000Z')).toBe(isTaken);
  });

  it('takes no paper before the round opened', () => {
    expect(takesAnswers(round, 'paper', '2026-10-31T00:00:00.000Z')).toBe(false);
  });
});
