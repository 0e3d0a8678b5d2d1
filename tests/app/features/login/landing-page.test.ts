import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath } from '#app/features/login/landing-page.ts';

describe('a path to go on to after the log-in', () => {
  it.each([
    ['/staff', '/staff'],
    ['/staff/rounds/r1/dashboard?from=a&to=b', '/staff/rounds/r1/dashboard?from=a&to=b'],
    ['/admin/audit?object=声#top', '/admin/audit?object=%E5%A3%B0'],
    ['/login?next=//elsewhere.example', '/login?next=//elsewhere.example'],
  ])('is taken from %s', (next, path) => {
    expect(localPath(next)).toBe(path);
  });

  it.each([
    null,
    '',
    '/',
    'staff',
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    'javascript:alert(1)',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '\t//elsewhere.example',
    '/staff\r\nSet-Cookie: a=b',
    '/\u007f/elsewhere.example',
    '/\u0085/elsewhere.example',
    '/.//elsewhere.example',
    '/%2e//elsewhere.example',
    '/staff/..//elsewhere.example',
    '/staff\\..\\\\elsewhere.example',
    '//elsewhere.example:port/',
  ])('is not taken from %j', (next) => {
    expect(localPath(next)).toBeUndefined();
  });

  it('never leads to another site, however it is written', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '\t',
      '\n',
      ' ',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = localPath(`/${parts.join('')}`);
        const base = 'https://koe.example/login';
        return path === undefined || new URL(path, base).origin === 'https://koe.example';
      }),
      { numRuns: 2000 },
    );
  });
});
