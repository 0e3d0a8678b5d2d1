import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const issuer = '声箱 Koebako';
const periodSeconds = 30;
/** One step early or late: clocks of phones differ. */
const toleratedSteps = 1;

/** A new secret for one-time codes: 160 bits, in base 32. */
export const createTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label: string) =>
  new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(secret),
  });

/** The address that an authenticator app reads from the QR code. */
export const totpUri = (secret: string, loginName: string): string => totpOf(secret, loginName).toString();

/** The time step a code belongs to; undefined when it is wrong or too old. */
export function findTotpStep(secret: string, code: string, now: Date): number | undefined {
  const token = code.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token, timestamp, window: toleratedSteps });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / periodSeconds) + delta;
}

/** No 0, 1, O, I, L, U: what is written by hand is read again. */
const recoveryAlphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const nRecoveryCodes = 10;
const recoveryLength = 12;

/** Ten codes of 58 bits each for the day when the phone is gone. */
export const createRecoveryCodes = (): string[] =>
  Array.from({ length: nRecoveryCodes }, () => {
    const letters = Array.from(
      { length: recoveryLength },
      () => recoveryAlphabet[randomInt(recoveryAlphabet.length)],
    );
    return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
  });

/** A recovery code as it is hashed: without hyphens and spaces, in half-width capitals. */
export const normalizeRecoveryCode = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
