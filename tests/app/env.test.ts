import { describe, expect, it } from 'vitest';
import { parseEnv } from '#app/env.ts';

const secret = 'x'.repeat(32);

describe('parseEnv', () => {
  it('needs nothing: every setting has its default', () => {
    expect(parseEnv({})).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 3000,
      DATA_DIR: 'data',
      DATABASE_URL: 'sqlite:data/koebako.db',
      TRUST_PROXY: false,
      LOG_LEVEL: 'info',
    });
  });

  it('keeps the database in the data folder unless told otherwise', () => {
    expect(parseEnv({ DATA_DIR: '/srv/koebako' }).DATABASE_URL).toBe('sqlite:/srv/koebako/koebako.db');
    expect(parseEnv({ DATA_DIR: '/srv', DATABASE_URL: 'sqlite:/tmp/x.db' }).DATABASE_URL).toBe(
      'sqlite:/tmp/x.db',
    );
  });

  it('takes an empty variable as one that is not set', () => {
    expect(parseEnv({ PORT: '', ORIGIN: '', DATABASE_URL: '' })).toEqual(parseEnv({}));
  });

  it('leaves the variables of others alone', () => {
    expect(parseEnv({ PATH: '/bin', HOME: '/root' })).toEqual(parseEnv({}));
  });

  it('reads the public address without a path, as browsers name it', () => {
    expect(parseEnv({ ORIGIN: 'https://koe.example/' }).ORIGIN).toBe('https://koe.example');
    expect(parseEnv({ ORIGIN: 'https://koe.example:8443' }).ORIGIN).toBe('https://koe.example:8443');
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['TRUST_PROXY', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['ORIGIN', 'koe.example'],
    ['ORIGIN', 'ftp://koe.example'],
    ['DATABASE_URL', 'mysql://koe'],
    ['DATABASE_URL', 'koebako.db'],
    ['KOEBAKO_SECRET', 'too short'],
  ])('refuses %s=%s and names the variable', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`\\n {2}${name}: `));
  });

  it('names every variable that is wrong at once', () => {
    expect(() => parseEnv({ PORT: 'x', LOG_LEVEL: 'x' })).toThrow(/PORT: .*\n {2}LOG_LEVEL: /);
  });

  it('never repeats a secret in its message', () => {
    expect(() => parseEnv({ KOEBAKO_SECRET: 'hunter2' })).not.toThrow(/hunter2/);
  });

  it('wants a secret of its own for PostgreSQL, where several processes must share it', () => {
    const DATABASE_URL = 'postgres://localhost/koebako';
    expect(() => parseEnv({ DATABASE_URL })).toThrow(/KOEBAKO_SECRET: /);
    expect(parseEnv({ DATABASE_URL, KOEBAKO_SECRET: secret })).toMatchObject({ DATABASE_URL });
  });
});
