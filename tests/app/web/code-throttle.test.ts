import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeThrottle } from '#app/fielding/ports.ts';
import { createCodeThrottle } from '#app/web/code-throttle.ts';

const fail = async (throttle: CodeThrottle, ip: string, n: number) => {
  for (let count = 0; count < n; count += 1) await throttle.slowDown(ip);
};

describe('the throttle of codes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Whether something is answered without waiting. */
  async function isAtOnce(answer: Promise<boolean>): Promise<boolean> {
    let isDone = false;
    void answer.then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    return isDone;
  }

  it('tells slips at once, and lets whoever goes on guessing wait for every answer', async () => {
    const throttle = createCodeThrottle();
    await fail(throttle, '192.0.2.1', 30);
    expect(await isAtOnce(throttle.slowDown('192.0.2.1'))).toBe(true);
    const next = throttle.slowDown('192.0.2.1');
    expect(await isAtOnce(next)).toBe(false);
    expect(await isAtOnce(throttle.slowDown('192.0.2.2'))).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await next).toBe(true);
  });

  it('forgets after a quarter of an hour', async () => {
    const throttle = createCodeThrottle();
    await fail(throttle, '192.0.2.1', 31);
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    expect(await isAtOnce(throttle.slowDown('192.0.2.1'))).toBe(true);
  });

  it('turns guesses away when too many wait already', async () => {
    const throttle = createCodeThrottle();
    await fail(throttle, '192.0.2.1', 30);
    const guesses = Array.from({ length: 41 }, () => throttle.slowDown('192.0.2.1'));
    await vi.advanceTimersByTimeAsync(120_000);
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter((isTold) => !isTold).length).toBeGreaterThan(10);
    expect(outcomes.filter((isTold) => isTold).length).toBeGreaterThanOrEqual(20);
  });

  it('counts a whole IPv6 network as one address', async () => {
    const throttle = createCodeThrottle();
    await fail(throttle, '2001:db8:1:2::1', 30);
    await throttle.slowDown('2001:db8:1:2:ffff::9');
    expect(await isAtOnce(throttle.slowDown('2001:db8:1:2:3:4:5:6'))).toBe(false);
    expect(await isAtOnce(throttle.slowDown('2001:db8:1:3::1'))).toBe(true);
  });

  it('lets short codes wait before they are tried', async () => {
    const throttle = createCodeThrottle();
    expect(await isAtOnce(throttle.mayTry('192.0.2.1'))).toBe(true);
    await fail(throttle, '192.0.2.1', 31);
    expect(await isAtOnce(throttle.mayTry('192.0.2.1'))).toBe(false);
  });
});
