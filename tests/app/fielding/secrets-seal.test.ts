import { describe, expect, it } from 'vitest';
import { createSecrets } from '#app/fielding/secrets.ts';

const secrets = createSecrets('a master secret that only the tests know');

describe('a sealed text', () => {
  it('opens again for its purpose and owner', () => {
    const sealed = secrets.seal('totp', 'account-1', 'JBSWY3DP');
    expect(sealed).not.toContain('JBSWY3DP');
    expect(secrets.open('totp', 'account-1', sealed)).toBe('JBSWY3DP');
    expect(secrets.seal('totp', 'account-1', 'JBSWY3DP')).not.toBe(sealed);
  });

  it('opens for no other purpose, owner or server, nor once it was changed', () => {
    const sealed = secrets.seal('totp', 'account-1', 'JBSWY3DP');
    const changed = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`;
    expect(() => secrets.open('login-step', 'account-1', sealed)).toThrow();
    expect(() => secrets.open('totp', 'account-2', sealed)).toThrow();
    expect(() => secrets.open('totp', 'account-1', changed)).toThrow();
    expect(() => secrets.open('totp', 'account-1', '')).toThrow();
    expect(() => createSecrets('another master secret').open('totp', 'account-1', sealed)).toThrow();
  });
});

describe('keyed hashes', () => {
  it('differ by purpose and owner', () => {
    const hashes = [
      secrets.sessionHash('x'),
      secrets.invitationHash('x'),
      secrets.recoveryCodeHash('a', 'x'),
      secrets.recoveryCodeHash('b', 'x'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
