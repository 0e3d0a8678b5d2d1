import { describe, expect, it } from 'vitest';
import { composeSubmission } from '#surveys/response/submission.ts';
import { questionnaire } from '#tests/helpers/make-round.ts';

const round = { id: 'r', access: 'code', questionnaire } as const;
const given = { round, keyHash: 'key', answers: { visited: 'yes' }, channel: 'web' } as const;

describe('composing a submission', () => {
  it('counts a code only where the round asks for one', () => {
    const open = { ...round, access: 'open' } as const;
    expect(composeSubmission({ ...given, codeHash: 'code' }).admission).toEqual({
      kind: 'code',
      codeHash: 'code',
    });
    expect(composeSubmission({ ...given, round: open, codeHash: 'code' }).admission).toEqual({
      kind: 'open',
    });
    expect(composeSubmission({ ...given, codeHash: null }).admission).toEqual({ kind: 'open' });
  });

  it('keeps the stratum that a form is marked with, and else knows none', () => {
    expect(composeSubmission({ ...given, stratum: 'north' }).response.stratum).toBe('north');
    expect(composeSubmission(given).response.stratum).toBe('all');
  });

  it('gives the profile that the answers tell', () => {
    expect(Object.keys(composeSubmission(given).response.profile)).not.toHaveLength(0);
  });
});
