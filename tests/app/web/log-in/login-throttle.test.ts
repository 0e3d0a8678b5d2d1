import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLoginThrottle, type LoginThrottle } from '#app/web/log-in/login-throttle.ts';

const attempt = async (throttle: LoginThrottle, name: string, ip = '10.0.0.1') =>
  (await throttle.takeAttempt(name, ip)).isAllowed;

/** What a throttle says of attempts at names nobody has had before, one after the other. */
async function tryNames(throttle: LoginThrottle, n: number, ipOf: (n: number) => string = () => '10.0.0.1') {
  const verdicts = [];
  for (let count = 0; count < n; count += 1) {
    verdicts.push(await throttle.takeAttempt(`person-${count}`, ipOf(count)));
  }
  return verdicts;
}

describe('guessing at log-ins', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('ends after five attempts at an account from one address, also when all come at once', async () => {
    const throttle = createLoginThrottle();
    const attempts = Array.from({ length: 20 }, () => attempt(throttle, 'hanako'));
    expect((await Promise.all(attempts)).filter(Boolean)).toHaveLength(5);
    expect(await attempt(throttle, 'hanako', '10.0.0.2')).toBe(true);
    expect(await attempt(throttle, 'jiro')).toBe(true);
  });

  it('ends after fifty attempts at many accounts from one address', async () => {
    const verdicts = await tryNames(createLoginThrottle(), 60);
    expect(verdicts.filter(({ isAllowed }) => isAllowed)).toHaveLength(50);
  });

  it('counts a whole IPv6 network as one address', async () => {
    const throttle = createLoginThrottle();
    for (let n = 1; n <= 5; n += 1) await attempt(throttle, 'hanako', `2001:db8:1:2::${n}`);
    expect(await attempt(throttle, 'hanako', '2001:db8:1:2:3:4:5:6')).toBe(false);
    expect(await attempt(throttle, 'hanako', '2001:db8:1:3::1')).toBe(true);
    const verdicts = await tryNames(throttle, 60, (n) => `2001:db8:9:9::${n.toString(16)}`);
    expect(verdicts.filter(({ isAllowed }) => isAllowed)).toHaveLength(50);
  });

  it('does not stand in the way of those who are right', async () => {
    const throttle = createLoginThrottle();
    for (let n = 0; n < 200; n += 1) {
      expect(await attempt(throttle, 'hanako')).toBe(true);
      await throttle.clear('hanako', '10.0.0.1');
    }
  });

  it('of somebody locked out leaves the rest of the office alone', async () => {
    const throttle = createLoginThrottle();
    for (let n = 0; n < 200; n += 1) await attempt(throttle, 'hanako');
    expect(await attempt(throttle, 'jiro')).toBe(true);
  });

  it('at the second step ends after five codes from wherever they come', async () => {
    const throttle = createLoginThrottle();
    const attempts = Array.from({ length: 8 }, () => throttle.takeStepAttempt('account'));
    expect((await Promise.all(attempts)).filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
    await throttle.clearSteps('account');
    expect(await throttle.takeStepAttempt('account')).toEqual({ isAllowed: true });
  });

  it('is told once when a limit is reached, and which', async () => {
    const throttle = createLoginThrottle();
    const first = (limit: string) => ({ isAllowed: false, limit, isFirst: true });
    const verdicts = [];
    for (let n = 0; n < 20; n += 1) verdicts.push(await throttle.takeAttempt('hanako', '10.0.0.1'));
    expect(verdicts[5]).toEqual(first('account'));
    expect(verdicts.filter((verdict) => !verdict.isAllowed && verdict.isFirst)).toHaveLength(1);
    const others = await tryNames(throttle, 60);
    expect(others.filter((verdict) => !verdict.isAllowed && verdict.isFirst)).toEqual([first('address')]);
    for (let n = 0; n < 5; n += 1) await throttle.takeStepAttempt('account');
    expect(await throttle.takeStepAttempt('account')).toEqual(first('account'));
    expect(await throttle.takeStepAttempt('account')).toMatchObject({ isFirst: false });
  });

  it('fills no memory with names: neither beyond the limit of an address, nor with long ones', async () => {
    const throttle = createLoginThrottle();
    // Everything that is remembered of an attempt is forgotten by a timer.
    const remember = vi.spyOn(globalThis, 'setTimeout');
    await tryNames(throttle, 1_000);
    expect(remember.mock.calls.length).toBe(51);
    remember.mockClear();
    const verdict = await throttle.takeAttempt('x'.repeat(65), '10.0.0.2');
    expect(verdict).toEqual({ isAllowed: true });
    for (let n = 0; n < 49; n += 1) await throttle.takeAttempt(`${n}`.padEnd(60_000, 'x'), '10.0.0.2');
    expect(remember.mock.calls.length).toBe(1);
    expect(await attempt(throttle, 'hanako', '10.0.0.2')).toBe(false);
  });
});
