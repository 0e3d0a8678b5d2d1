import { describe, expect, it } from 'vitest';
import { isFatal, isRetryable } from '#db/storage-error.ts';

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

describe('storage errors', () => {
  it.each(['40001', '40P01', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT'])('tries again after %s', (code) => {
    expect(isRetryable(withCode(code))).toBe(true);
    expect(isFatal(withCode(code))).toBe(false);
  });

  it.each([
    'SQLITE_FULL',
    'SQLITE_IOERR_FSYNC',
    'SQLITE_CORRUPT_INDEX',
    'SQLITE_NOTADB',
    'SQLITE_READONLY_DBMOVED',
    'SQLITE_CANTOPEN',
    '58030',
    '53100',
    'XX001',
    'XX002',
  ])('stops at %s', (code) => {
    expect(isFatal(withCode(code))).toBe(true);
    expect(isRetryable(withCode(code))).toBe(false);
  });

  it('takes any other error for neither', () => {
    for (const error of [
      withCode('23505'),
      withCode('SQLITE_CONSTRAINT_UNIQUE'),
      withCode('SQLITE_ERROR'),
      new Error('x'),
      'text',
      null,
      { code: 5 },
    ]) {
      expect(isFatal(error) || isRetryable(error)).toBe(false);
    }
  });
});
