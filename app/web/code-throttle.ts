import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';
import type { CodeThrottle } from '#app/fielding/ports.ts';
import { networkOf } from '#app/web/network-of.ts';

/** Wrong codes an address may send before it has to wait: a family, a help desk, a whole care home at ease. */
const freeFailures = { points: 30, duration: 15 * 60 };
/** Beyond that, one answer every two seconds, and so many may wait in line for theirs. */
const slowPace = { points: 1, duration: 2 };
const maximumWaiting = 20;

export function createCodeThrottle(): CodeThrottle {
  const failures = new RateLimiterMemory({ ...freeFailures, keyPrefix: 'code' });
  const pace = new RateLimiterMemory({ ...slowPace, keyPrefix: 'code-pace' });
  const line = new RateLimiterQueue(pace, { maxQueueSize: maximumWaiting });

  async function waitInLine(key: string, nFree: number): Promise<boolean> {
    const failed = await failures.get(key);
    if ((failed?.consumedPoints ?? 0) <= nFree) return true;
    try {
      await line.removeTokens(1, key);
      return true;
    } catch {
      return false;
    }
  }

  return {
    async slowDown(ip) {
      const key = networkOf(ip);
      await failures.penalty(key);
      return waitInLine(key, freeFailures.points);
    },
    // A short code that turns out wrong is counted afterwards.
    mayTry: (ip) => waitInLine(networkOf(ip), freeFailures.points - 1),
  };
}
