import { setTimeout as wait } from 'node:timers/promises';
import { isRetryable } from '#db/storage-error.ts';

/** How often a transaction is tried that lost its place among others. */
const maximumTries = 5;

/**
 * Tries a transaction again that lost its place among others and stored nothing, or whatever else of a failure
 * `mayRepeat` says that it may be repeated after.
 * @throws what the last try threw
 */
export async function tryAgain<Result>(
  work: () => Promise<Result>,
  mayRepeat: (error: unknown) => boolean = isRetryable,
): Promise<Result> {
  for (let nTries = 1; ; nTries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!mayRepeat(error) || nTries === maximumTries) throw error;
      await wait(10 * 2 ** nTries * Math.random());
    }
  }
}
