import { describe, expect, it } from 'vitest';
import { hashOfCode, makeCode } from '#app/fielding/codes/access-codes.ts';
import { createSecrets } from '#app/fielding/secrets.ts';
import { parseCode } from '#surveys/round/access-code.ts';

const secrets = createSecrets('a master secret that only this test knows, long enough');
const otherSecrets = createSecrets('another master secret that only this test knows, long');
const letter = { roundId: 'round', seed: 'seed', serial: 1 };

describe('makeCode', () => {
  it('makes the same readable code again from the same seed', () => {
    const { code, codeHash } = makeCode(secrets, letter);
    expect(parseCode(code)).toEqual({ ok: true, code });
    expect(makeCode(secrets, letter)).toEqual({ code, codeHash });
    expect(hashOfCode(secrets, 'round', code)).toBe(codeHash);
  });

  it('makes another code for every letter, round, seed and server', () => {
    const codes = [
      ...Array.from({ length: 3_500 }, (_, index) => makeCode(secrets, { ...letter, serial: index + 1 })),
      makeCode(secrets, { ...letter, roundId: 'other' }),
      makeCode(secrets, { ...letter, seed: 'other' }),
      makeCode(otherSecrets, letter),
    ];
    expect(new Set(codes.map(({ code }) => code)).size).toBe(3_503);
    expect(new Set(codes.map(({ codeHash }) => codeHash)).size).toBe(3_503);
  });

  it('gives a browser something else than the letter says and the database something else again', () => {
    const { code, codeHash } = makeCode(secrets, letter);
    const token = secrets.codeToken('round', code);
    expect(new Set([code, token, codeHash]).size).toBe(3);
    expect(secrets.codeHash('round', token)).toBe(codeHash);
    expect(otherSecrets.codeToken('round', code)).not.toBe(token);
    expect(secrets.codeToken('other', code)).not.toBe(token);
  });
});
