import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '#app/fielding/start-problem.ts';
import { formCode, nCodes } from '#surveys/round/access-code.ts';

/** Keyed operations; each purpose has its own key, derived from the one master secret. */
export interface Secrets {
  readonly submissionKeyHash: (roundId: string, submissionKey: string) => string;
  readonly receipt: (roundId: string, submissionKey: string) => string;
  readonly sessionHash: (token: string) => string;
  /** The code of a letter, from the seed of its batch: without the seed or without the master secret, nobody. */
  readonly accessCode: (roundId: string, seed: string, serial: number) => string;
  /** What a browser keeps in place of a code; it opens the draft, and is not what the letter says. */
  readonly codeToken: (roundId: string, code: string) => string;
  /** What the database keeps of a code. */
  readonly codeHash: (roundId: string, codeToken: string) => string;
  /** What the database keeps of a tablet's token, and of the code that pairs it. */
  readonly deviceHash: (token: string) => string;
  readonly pairingHash: (code: string) => string;
  readonly invitationHash: (token: string) => string;
  readonly recoveryCodeHash: (accountId: string, code: string) => string;
  /** Encrypts a text for one purpose and owner (AES-256-GCM); only the same two open it again. */
  readonly seal: (purpose: SealPurpose, owner: string, plaintext: string) => string;
  /** @throws when the text was changed, or sealed for another purpose or owner */
  readonly open: (purpose: SealPurpose, owner: string, ciphertext: string) => string;
}

/** What is kept or handed out encrypted: secrets of second steps, log-ins halfway through, keyed paper. */
type SealPurpose = 'totp' | 'login-step' | 'keyed-entry';

/** Where the master secret lies that was made here. */
export const secretFileIn = (dataDir: string): string => join(dataDir, 'secret.key');

/**
 * The master secret: from the environment, or made once and kept in the data folder (readable by the owner only).
 * @throws {StartError} when the kept one is not whole: a disk was full, say, when it was written
 */
export function loadMasterSecret(given: string | undefined, dataDir: string): string {
  if (given !== undefined) return given;
  const file = secretFileIn(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const kept = readFileSync(file, 'utf8');
  if (!/^[0-9a-f]{64}$/.test(kept)) {
    throw new StartError({ kind: 'secret_damaged', file });
  }
  return kept;
}

const receiptDigits = 12;

/** The keyed operations under a master secret; each key is derived when it is first used. */
export function createSecrets(master: string): Secrets {
  // A sheet of 3,500 codes takes 10,000 of these: each key is derived once.
  const keys = new Map<string, Buffer>();
  const keyOf = (purpose: string): Buffer => {
    const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', master, '', `koebako:${purpose}`, 32));
    keys.set(purpose, key);
    return key;
  };
  const hmac = (purpose: string, ...parts: readonly string[]) =>
    createHmac('sha256', keyOf(purpose)).update(JSON.stringify(parts)).digest();
  const sealKey = (purpose: SealPurpose, owner: string) => hmac(`seal-${purpose}`, owner);
  return {
    submissionKeyHash: (roundId, key) => hmac('submission', roundId, key).toString('base64url'),
    receipt: (roundId, key) => {
      const number = hmac('receipt', roundId, key).readBigUInt64BE() % 10n ** BigInt(receiptDigits);
      const digits = number.toString().padStart(receiptDigits, '0');
      return digits.replace(/(\d{4})(?=\d)/g, '$1-');
    },
    sessionHash: (token) => hmac('session', token).toString('base64url'),
    accessCode: (roundId, seed, serial) => {
      // 256 random bits against 63: the remainder favours no code that anyone could notice.
      const number = BigInt(`0x${hmac('access-code', roundId, seed, String(serial)).toString('hex')}`);
      return formCode(number % nCodes);
    },
    codeToken: (roundId, code) => hmac('code-token', roundId, code).toString('base64url'),
    codeHash: (roundId, codeToken) => hmac('code', roundId, codeToken).toString('base64url'),
    deviceHash: (token) => hmac('device', token).toString('base64url'),
    pairingHash: (code) => hmac('pairing', code).toString('base64url'),
    invitationHash: (token) => hmac('invitation', token).toString('base64url'),
    recoveryCodeHash: (accountId, code) => hmac('recovery-code', accountId, code).toString('base64url'),
    seal: (purpose, owner, plaintext) => encrypt(sealKey(purpose, owner), plaintext),
    open: (purpose, owner, ciphertext) => decrypt(sealKey(purpose, owner), ciphertext),
  };
}

/** A random token of 256 bits, safe in URLs and cookies. */
export const randomToken = () => randomBytes(32).toString('base64url');

const visitPart = (visitToken: string, purpose: string) =>
  Buffer.from(hkdfSync('sha256', visitToken, '', `koebako:draft-${purpose}`, 32));

/** The id a draft is stored under; it does not give away the token that opens the draft. */
export const draftIdOf = (visitToken: string) => visitPart(visitToken, 'id').toString('base64url');

function encrypt(key: Buffer, plaintext: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

function decrypt(key: Buffer, ciphertext: string): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}

/** Encrypts a draft under a key that only the visit token can derive (AES-256-GCM). */
export const sealDraft = (visitToken: string, plaintext: string): string =>
  encrypt(visitPart(visitToken, 'key'), plaintext);

/** Decrypts a draft. @throws when the token is another one or the text was changed */
export const openDraft = (visitToken: string, ciphertext: string): string =>
  decrypt(visitPart(visitToken, 'key'), ciphertext);
