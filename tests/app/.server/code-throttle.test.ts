import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CodeThrottle, createCodeThrottle } from '#app/.server/code-throttle.ts';

const fail = async (throttle: CodeThrottle, ip: string, n: number) => {
  for (let count = 0; count < n; count += 1) await throttle.recordFailure(ip);
};

describe('the throttle of codes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Whether an attempt is let through without waiting. */
  async function isFree(throttle: CodeThrottle, ip: string): Promise<boolean> {
    let isDone = false;
    void throttle.mayTry(ip).then(() => {
      isDone = true;
    });
    await vi.advanceTimersByTimeAsync(0);
    return isDone;
  }

  it('never slows down an address that sends right codes', async () => {
    const throttle = createCodeThrottle();
    for (let count = 0; count < 1_000; count += 1) expect(await isFree(throttle, '192.0.2.1')).toBe(true);
  });

  it('makes an address wait in line after many wrong codes, and lets right ones through in the end', async () => {
    const throttle = createCodeThrottle();
    await fail(throttle, '192.0.2.1', 29);
    expect(await isFree(throttle, '192.0.2.1')).toBe(true);
    await fail(throttle, '192.0.2.1', 1);
    expect(await isFree(throttle, '192.0.2.1')).toBe(true);
    const second = throttle.mayTry('192.0.2.1');
    expect(await isFree(throttle, '192.0.2.1')).toBe(false);
    expect(await isFree(throttle, '192.0.2.2')).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await second).toBe(true);
    await vi.advanceTimersByTimeAsync(16 * 60_000);
    expect(await isFree(throttle, '192.0.2.1')).toBe(true);
  });

  it('turns attempts away when too many wait already', async () => {
    const throttle = createCodeThrottle();
    await fail(throttle, '192.0.2.1', 40);
    const attempts = Array.from({ length: 40 }, () => throttle.mayTry('192.0.2.1'));
    await vi.advanceTimersByTimeAsync(120_000);
    const outcomes = await Promise.all(attempts);
    expect(outcomes.filter((mayTry) => !mayTry).length).toBeGreaterThan(10);
    expect(outcomes.filter((mayTry) => mayTry).length).toBeGreaterThanOrEqual(20);
  });

  it('counts a whole IPv6 network as one address', async () => {
    const throttle = createCodeThrottle();
    await fail(throttle, '2001:db8:1:2::1', 30);
    await throttle.mayTry('2001:db8:1:2:ffff::9');
    expect(await isFree(throttle, '2001:db8:1:2:3:4:5:6')).toBe(false);
    expect(await isFree(throttle, '2001:db8:1:3::1')).toBe(true);
  });
});
