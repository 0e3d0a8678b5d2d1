import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import {
  createRecoveryCodes,
  createTotpSecret,
  findTotpStep,
  normalizeRecoveryCode,
  totpUri,
} from '#app/web/log-in/totp.ts';

/** RFC 6238, appendix B, SHA-1; its eight digits cut to our six. */
const rfcSecret = Secret.fromLatin1('12345678901234567890').base32;
const rfcVectors = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
] as const;
const at = (seconds: number) => new Date(seconds * 1000);

describe('one-time codes', () => {
  it.each(rfcVectors)('are those of RFC 6238 at second %d', (seconds, code) => {
    expect(findTotpStep(rfcSecret, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('are good one step early or late, and name the step they belong to', () => {
    for (const shift of [-30, 0, 30]) {
      expect(findTotpStep(rfcSecret, '005924', at(1234567890 + shift))).toBe(Math.floor(1234567890 / 30));
    }
    for (const shift of [-60, 60]) {
      expect(findTotpStep(rfcSecret, '005924', at(1234567890 + shift))).toBeUndefined();
    }
  });

  it('are read as people type them, and only those', () => {
    expect(findTotpStep(rfcSecret, ' 005 924 ', at(1234567890))).toBeDefined();
    expect(findTotpStep(rfcSecret, '005924', at(1234567890))).toBeDefined();
    for (const wrong of ['', '5924', '005925', '0059240', 'abcdef', '-05924']) {
      expect(findTotpStep(rfcSecret, wrong, at(1234567890)), wrong).toBeUndefined();
    }
  });

  it('come from 160 random bits, handed to the app with name and issuer', () => {
    const secret = createTotpSecret();
    expect(Secret.fromBase32(secret).bytes).toHaveLength(20);
    expect(createTotpSecret()).not.toBe(secret);
    const uri = new URL(totpUri(secret, 'yamada.hanako'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(uri.pathname)).toContain('yamada.hanako');
  });
});

describe('recovery codes', () => {
  it('are ten, all different, without letters that are mistaken for others', () => {
    const codes = createRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([A-HJKMNP-TV-Z2-9]{4}-){2}[A-HJKMNP-TV-Z2-9]{4}$/);
  });

  it('are the same in small letters, without hyphens and in full width', () => {
    for (const typed of ['ABCD-EFGH-2345', 'abcd efgh 2345', 'ABCD-efgh-2345', 'ABCDEFGH2345']) {
      expect(normalizeRecoveryCode(typed)).toBe('ABCDEFGH2345');
    }
  });
});
