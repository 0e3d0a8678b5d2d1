import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf } from '#app/web/network-of.ts';
import { maximumLoginName } from '#db/queries/account.ts';

const accountFailures = { points: 5, duration: 15 * 60 };
/** Whoever gets as far as the second step knows the password, so that nobody else can lock its owner out. */
const stepFailures = { points: 5, duration: 15 * 60 };
const addressFailures = { points: 50, duration: 60 * 60 };

/** Whether an attempt may be made. */
export type AttemptVerdict =
  | { readonly isAllowed: true }
  | {
      readonly isAllowed: false;
      /** Of what there were too many attempts. */
      readonly limit: 'account' | 'address';
      /** True for the first attempt beyond the limit, so that it is written down once. */
      readonly isFirst: boolean;
    };

/**
 * Slows down guessing: attempts are counted before they are checked, so that many at once gain nothing, and
 * taken back when they were right. An address is the network it belongs to.
 */
export interface LoginThrottle {
  /**
   * Counts an attempt at a password, per address and per account and address. Attempts from an address that
   * made too many, and at names too long for an account, leave no trace of the name.
   */
  readonly takeAttempt: (loginName: string, ip: string) => Promise<AttemptVerdict>;
  readonly clear: (loginName: string, ip: string) => Promise<void>;
  /** Counts an attempt at a code of the second step, per account from wherever it comes. */
  readonly takeStepAttempt: (accountId: string) => Promise<AttemptVerdict>;
  readonly clearSteps: (accountId: string) => Promise<void>;
}

export function createLoginThrottle(): LoginThrottle {
  const perAccount = new RateLimiterMemory({ ...accountFailures, keyPrefix: 'account' });
  const perStep = new RateLimiterMemory({ ...stepFailures, keyPrefix: 'step' });
  const perAddress = new RateLimiterMemory({ ...addressFailures, keyPrefix: 'address' });
  const accountKey = (loginName: string, ip: string) => `${loginName}|${networkOf(ip)}`;
  return {
    async takeAttempt(loginName, ip) {
      const address = await perAddress.penalty(networkOf(ip));
      const byAddress = judge('address', address.consumedPoints, addressFailures.points);
      if (!byAddress.isAllowed || loginName.length > maximumLoginName) return byAddress;
      const account = await perAccount.penalty(accountKey(loginName, ip));
      const byAccount = judge('account', account.consumedPoints, accountFailures.points);
      // Somebody who goes on trying one account must not use up the attempts of a whole office behind one address.
      if (!byAccount.isAllowed) await perAddress.reward(networkOf(ip));
      return byAccount;
    },
    async clear(loginName, ip) {
      await Promise.all([perAccount.delete(accountKey(loginName, ip)), perAddress.reward(networkOf(ip))]);
    },
    async takeStepAttempt(accountId) {
      const step = await perStep.penalty(accountId);
      return judge('account', step.consumedPoints, stepFailures.points);
    },
    async clearSteps(accountId) {
      await perStep.delete(accountId);
    },
  };
}

const judge = (limit: 'account' | 'address', nAttempts: number, nAllowed: number): AttemptVerdict =>
  nAttempts <= nAllowed
    ? { isAllowed: true }
    : { isAllowed: false, limit, isFirst: nAttempts === nAllowed + 1 };
