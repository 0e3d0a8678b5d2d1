import { RateLimiterMemory } from 'rate-limiter-flexible';

const accountFailures = { points: 5, duration: 15 * 60 };
const addressFailures = { points: 50, duration: 60 * 60 };

/** Slows down guessing of passwords: failed log-ins are counted per account and address, and per address. */
export interface LoginThrottle {
  readonly isBlocked: (loginName: string, ip: string) => Promise<boolean>;
  readonly recordFailure: (loginName: string, ip: string) => Promise<void>;
  readonly clear: (loginName: string, ip: string) => Promise<void>;
}

export function createLoginThrottle(): LoginThrottle {
  const perAccount = new RateLimiterMemory({ ...accountFailures, keyPrefix: 'account' });
  const perAddress = new RateLimiterMemory({ ...addressFailures, keyPrefix: 'address' });
  const accountKey = (loginName: string, ip: string) => `${loginName}|${ip}`;
  return {
    async isBlocked(loginName, ip) {
      const [account, address] = await Promise.all([
        perAccount.get(accountKey(loginName, ip)),
        perAddress.get(ip),
      ]);
      return (
        (account?.consumedPoints ?? 0) >= accountFailures.points ||
        (address?.consumedPoints ?? 0) >= addressFailures.points
      );
    },
    async recordFailure(loginName, ip) {
      await Promise.all([perAccount.penalty(accountKey(loginName, ip)), perAddress.penalty(ip)]);
    },
    async clear(loginName, ip) {
      await perAccount.delete(accountKey(loginName, ip));
    },
  };
}
