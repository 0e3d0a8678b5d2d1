import { RateLimiterMemory, RateLimiterQueue } from 'rate-limiter-flexible';
import { networkOf } from '#app/.server/network-of.ts';

/** Wrong codes an address may send before it has to wait: a family, a help desk, a whole care home at ease. */
const freeFailures = { points: 30, duration: 15 * 60 };
/** Beyond that, one attempt every two seconds, right codes included; and so many may wait in line. */
const slowPace = { points: 1, duration: 2 };
const maximumWaiting = 20;

/**
 * Slows down guessing of access codes. Nobody is locked out: after many wrong codes from one address, each
 * further attempt from there waits its turn. Right codes and slips that the check character catches count
 * for nothing, so a thousand phones behind one address never notice. (A guess hits one of 3,500 codes with a
 * chance of 3·10^-16.)
 */
export interface CodeThrottle {
  /** Resolves when the attempt may be made; false when too many wait already. */
  readonly mayTry: (ip: string) => Promise<boolean>;
  readonly recordFailure: (ip: string) => Promise<void>;
}

export function createCodeThrottle(): CodeThrottle {
  const failures = new RateLimiterMemory({ ...freeFailures, keyPrefix: 'code' });
  const pace = new RateLimiterMemory({ ...slowPace, keyPrefix: 'code-pace' });
  const line = new RateLimiterQueue(pace, { maxQueueSize: maximumWaiting });
  return {
    async mayTry(ip) {
      const key = networkOf(ip);
      const failed = await failures.get(key);
      if ((failed?.consumedPoints ?? 0) < freeFailures.points) return true;
      try {
        await line.removeTokens(1, key);
        return true;
      } catch {
        return false;
      }
    },
    async recordFailure(ip) {
      await failures.penalty(networkOf(ip));
    },
  };
}
