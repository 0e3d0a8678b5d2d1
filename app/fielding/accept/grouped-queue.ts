import { createLoop } from '#app/fielding/loop.ts';
import { itemAt } from '#surveys/item-at.ts';

/**
 * Collects what arrives while a batch is being worked on, and hands it over as the next batch: one commit
 * to disk serves all that waited for it, and nothing waits when there is nothing to wait for.
 */
export function createGroupedQueue<Item, Outcome extends NonNullable<unknown> | null>(options: {
  readonly maximum: number;
  readonly work: (batch: readonly Item[]) => Promise<readonly Outcome[]>;
}) {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (outcome: Outcome) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let batch: Waiting[] = [];

  const loop = createLoop({
    async turn() {
      while (waiting.length > 0) {
        batch = waiting.slice(0, options.maximum);
        waiting = waiting.slice(options.maximum);
        const outcomes = await options.work(batch.map(({ item }) => item));
        batch.forEach(({ resolve }, index) => {
          resolve(itemAt(outcomes, index));
        });
      }
      return 'until-nudged';
    },
    onError(error) {
      for (const { reject } of batch) reject(error);
      // Those behind a failed batch have not failed.
      loop.nudge();
    },
    restAfterError: 'until-nudged',
  });

  return {
    /** Resolves with the outcome of the item once its batch is done; rejects when the batch failed. */
    add: (item: Item): Promise<Outcome> =>
      new Promise<Outcome>((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        loop.nudge();
      }),
    /** Resolves when nothing is waiting or being worked on. */
    drain: loop.drain,
  };
}
