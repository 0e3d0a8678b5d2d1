import { describe, expect, it } from 'vitest';
import { maskCodes } from '#app/web/log.ts';

describe('maskCodes', () => {
  it.each([
    ['/c/W2QQ3AXCEN7TX6', '/c/…'],
    ['/C/w2qq3-axcen-7tx6?x=1', '/C/…?x=1'],
    ['GET https://ward.example/c/W2QQ3AXCEN7TX6 failed', 'GET https://ward.example/c/… failed'],
    ["Failed to decode param '/c/%E0W2QQ3'", "Failed to decode param '/c/…'"],
    ['/c%2FW2QQ3AXCEN7TX6', '/c%2F…'],
    ['GET https://ward.example/join/2f8K-x_1 failed', 'GET https://ward.example/join/… failed'],
    ['/Join//2f8K-x_1?x=1', '/Join//…?x=1'],
  ])('hides the code in %s', (text, masked) => {
    expect(maskCodes(text)).toBe(masked);
  });

  it.each(['/c', '/join', '/login?joined=1', '/s/round/code/used', '/staff/rounds/1/codes/1/letters'])(
    'leaves %s as it is',
    (text) => {
      expect(maskCodes(text)).toBe(text);
    },
  );
});
