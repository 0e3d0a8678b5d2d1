import { RateLimiterMemory } from 'rate-limiter-flexible';

const accountFailures = { points: 5, duration: 15 * 60 };
/** Whoever gets as far as the second step knows the password, so that nobody else can lock its owner out. */
const stepFailures = { points: 5, duration: 15 * 60 };
const addressFailures = { points: 50, duration: 60 * 60 };

/**
 * Slows down guessing: attempts are counted before they are checked, so that many at once gain nothing, and
 * taken back when they were right.
 */
export interface LoginThrottle {
  /** Counts an attempt at a password, per account and address and per address. False when there were too many. */
  readonly takeAttempt: (loginName: string, ip: string) => Promise<boolean>;
  readonly clear: (loginName: string, ip: string) => Promise<void>;
  /** Counts an attempt at a code of the second step, per account from wherever it comes. */
  readonly takeStepAttempt: (accountId: string) => Promise<boolean>;
  readonly clearSteps: (accountId: string) => Promise<void>;
}

export function createLoginThrottle(): LoginThrottle {
  const perAccount = new RateLimiterMemory({ ...accountFailures, keyPrefix: 'account' });
  const perStep = new RateLimiterMemory({ ...stepFailures, keyPrefix: 'step' });
  const perAddress = new RateLimiterMemory({ ...addressFailures, keyPrefix: 'address' });
  const accountKey = (loginName: string, ip: string) => `${loginName}|${ip}`;
  return {
    async takeAttempt(loginName, ip) {
      const [account, address] = await Promise.all([
        perAccount.penalty(accountKey(loginName, ip)),
        perAddress.penalty(ip),
      ]);
      if (account.consumedPoints <= accountFailures.points) {
        return address.consumedPoints <= addressFailures.points;
      }
      // Somebody who goes on trying one account must not use up the attempts of a whole office behind one address.
      await perAddress.reward(ip);
      return false;
    },
    async clear(loginName, ip) {
      await Promise.all([perAccount.delete(accountKey(loginName, ip)), perAddress.reward(ip)]);
    },
    async takeStepAttempt(accountId) {
      return (await perStep.penalty(accountId)).consumedPoints <= stepFailures.points;
    },
    async clearSteps(accountId) {
      await perStep.delete(accountId);
    },
  };
}
