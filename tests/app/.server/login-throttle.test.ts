import { describe, expect, it } from 'vitest';
import { createLoginThrottle } from '#app/.server/login-throttle.ts';

describe('guessing at log-ins', () => {
  it('ends after five attempts at an account from one address, also when all come at once', async () => {
    const throttle = createLoginThrottle();
    const attempts = Array.from({ length: 20 }, () => throttle.takeAttempt('hanako', '10.0.0.1'));
    expect((await Promise.all(attempts)).filter(Boolean)).toHaveLength(5);
    expect(await throttle.takeAttempt('hanako', '10.0.0.2')).toBe(true);
    expect(await throttle.takeAttempt('jiro', '10.0.0.1')).toBe(true);
  });

  it('ends after fifty attempts at many accounts from one address', async () => {
    const throttle = createLoginThrottle();
    const allowed = [];
    for (let n = 0; n < 60; n += 1) allowed.push(await throttle.takeAttempt(`person-${n}`, '10.0.0.1'));
    expect(allowed.filter(Boolean)).toHaveLength(50);
  });

  it('does not stand in the way of those who are right', async () => {
    const throttle = createLoginThrottle();
    for (let n = 0; n < 200; n += 1) {
      expect(await throttle.takeAttempt('hanako', '10.0.0.1')).toBe(true);
      await throttle.clear('hanako', '10.0.0.1');
    }
  });

  it('of somebody locked out leaves the rest of the office alone', async () => {
    const throttle = createLoginThrottle();
    for (let n = 0; n < 200; n += 1) await throttle.takeAttempt('hanako', '10.0.0.1');
    expect(await throttle.takeAttempt('jiro', '10.0.0.1')).toBe(true);
  });

  it('at the second step ends after five codes from wherever they come', async () => {
    const throttle = createLoginThrottle();
    const attempts = Array.from({ length: 8 }, () => throttle.takeStepAttempt('account'));
    expect((await Promise.all(attempts)).filter(Boolean)).toHaveLength(5);
    await throttle.clearSteps('account');
    expect(await throttle.takeStepAttempt('account')).toBe(true);
  });
});
