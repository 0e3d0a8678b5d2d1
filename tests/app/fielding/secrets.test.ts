import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createSecrets,
  draftIdOf,
  loadMasterSecret,
  openDraft,
  randomToken,
  sealDraft,
} from '#app/fielding/secrets.ts';

describe('loadMasterSecret', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'koebako-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('takes the given one and writes nothing', () => {
    expect(loadMasterSecret('given', join(folder, 'absent'))).toBe('given');
    expect(() => statSync(join(folder, 'absent'))).toThrow(/ENOENT/);
  });

  it('makes one once, which only the owner can read, and keeps it', () => {
    const made = loadMasterSecret(undefined, join(folder, 'data'));
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(folder, 'data', 'secret.key')).mode & 0o777).toBe(0o600);
    expect(loadMasterSecret(undefined, join(folder, 'data'))).toBe(made);
  });

  it('makes another one in another folder', () => {
    expect(loadMasterSecret(undefined, join(folder, 'a'))).not.toBe(
      loadMasterSecret(undefined, join(folder, 'b')),
    );
  });

  it.each(['', 'abc123'])('refuses a kept one that is not whole (%j), and leaves it as it is', (kept) => {
    const file = join(folder, 'secret.key');
    writeFileSync(file, kept);
    expect(() => loadMasterSecret(undefined, folder)).toThrow(
      expect.objectContaining({ problem: { kind: 'secret_damaged', file } }),
    );
    expect(readFileSync(file, 'utf8')).toBe(kept);
  });
});

describe('createSecrets', () => {
  const secrets = createSecrets('one master secret');

  it('gives the same submission the same receipt, of twelve digits in three groups', () => {
    const receipts = Array.from({ length: 50 }, (_, n) => secrets.receipt('round', `key ${n}`));
    for (const receipt of receipts) expect(receipt).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect(new Set(receipts).size).toBe(50);
    expect(secrets.receipt('round', 'key 7')).toBe(receipts[7]);
  });

  it('keeps rounds, purposes and installations apart', () => {
    const hashes = [
      secrets.submissionKeyHash('a', 'key'),
      secrets.submissionKeyHash('b', 'key'),
      secrets.submissionKeyHash('a', 'another'),
      secrets.codeToken('a', 'key'),
      secrets.codeHash('a', 'key'),
      secrets.sessionHash('key'),
      createSecrets('another master secret').submissionKeyHash('a', 'key'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not mistake where one part ends and the next begins', () => {
    expect(secrets.submissionKeyHash('ab', 'c')).not.toBe(secrets.submissionKeyHash('a', 'bc'));
  });
});

describe('a sealed draft', () => {
  const token = randomToken();
  const draft = JSON.stringify({ comment: '夜の防災訓練' });

  it('opens with its token', () => {
    expect(openDraft(token, sealDraft(token, draft))).toBe(draft);
  });

  it('opens with no other token, nor with the id it is stored under', () => {
    const sealed = sealDraft(token, draft);
    expect(() => openDraft(randomToken(), sealed)).toThrow();
    expect(() => openDraft(draftIdOf(token), sealed)).toThrow();
  });

  it('does not open when a byte was changed or cut off', () => {
    const bytes = Buffer.from(sealDraft(token, draft), 'base64');
    for (const place of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(() => openDraft(token, changed.toString('base64'))).toThrow();
    }
    for (const length of [0, 11, 27, bytes.length - 1]) {
      expect(() => openDraft(token, bytes.subarray(0, length).toString('base64'))).toThrow();
    }
  });

  it('looks different each time, so that unchanged answers cannot be told', () => {
    expect(sealDraft(token, draft)).not.toBe(sealDraft(token, draft));
  });
});
