import { describe, expect, it } from 'vitest';
import { hashPassword, isRightPassword, passwordProblem } from '#app/web/log-in/password.ts';

const owner = { name: 'yamada.hanako', displayName: '山田花子' };

describe('the rules for passwords', () => {
  it.each([
    'correct horse battery',
    'まいにち川沿いを歩いて帰る',
    'yamada.hanako walks by the river at night',
    'xxxxxabcd1234',
  ])('take %s', (password) => {
    expect(passwordProblem(password, owner)).toBeUndefined();
  });

  it.each([
    ['eleven char', '12文字以上'],
    ['', '12文字以上'],
    ['声箱声箱声箱声箱声箱声', '12文字以上'],
    ['aaaaaaaaaaaaaaaa', '同じ文字のくり返し'],
    ['yamada.hanako', 'ログイン名や氏名'],
    ['Yamada.Hanako2026', 'ログイン名や氏名'],
    ['YAMADA.HANAKO!', 'ログイン名や氏名'],
    ['山田花子山田花子山田花子', '同じ文字のくり返し'],
    ['山田花子山田花子12345', 'ログイン名や氏名'],
    ['long '.repeat(41), '200文字以内'],
  ])('refuse %j', (password, reason) => {
    expect(passwordProblem(password, owner)).toContain(reason);
  });

  it('count characters as a reader does, not the bytes of an emoji', () => {
    expect(passwordProblem('🐶🐱🐭🐹🐰🦊', owner)).toContain('12文字以上');
  });
});

describe('a password', () => {
  it('is kept as argon2id, and differently each time', async () => {
    const hashes = await Promise.all([
      hashPassword('correct horse battery'),
      hashPassword('correct horse battery'),
    ]);
    expect(hashes[0]).toMatch(/^\$argon2id\$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('is the same in full-width letters', async () => {
    const hash = await hashPassword('correct horse battery');
    expect(await isRightPassword(hash, 'correct horse battery')).toBe(true);
    expect(await isRightPassword(hash, 'ｃｏｒｒｅｃｔ　ｈｏｒｓｅ　ｂａｔｔｅｒｙ')).toBe(true);
    expect(await isRightPassword(hash, 'Correct horse battery')).toBe(false);
  });

  it('of nobody is never right', async () => {
    expect(await isRightPassword(undefined, 'correct horse battery')).toBe(false);
    expect(await isRightPassword(undefined, '')).toBe(false);
  });
});
