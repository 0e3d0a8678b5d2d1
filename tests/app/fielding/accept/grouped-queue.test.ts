import { EventEmitter, once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGroupedQueue } from '#app/fielding/accept/grouped-queue.ts';

/** Lets everything else have so many turns. */
async function giveTurns(n: number): Promise<void> {
  for (let turn = 0; turn < n; turn += 1) await setImmediate();
}

describe('createGroupedQueue', () => {
  it('works on all that came in together as one batch', async () => {
    const batches: (readonly number[])[] = [];
    const queue = createGroupedQueue<number, number>({
      maximum: 100,
      async work(batch) {
        batches.push(batch);
        return batch.map((item) => item * 10);
      },
    });
    expect(await Promise.all([1, 2, 3].map(queue.add))).toEqual([10, 20, 30]);
    expect(batches).toEqual([[1, 2, 3]]);
  });

  it('collects what comes while a batch is at work, and never works on two at once', async () => {
    const batches: (readonly number[])[] = [];
    let nAtWork = 0;
    const signals = new EventEmitter();
    const [begun, othersCame] = [once(signals, 'begun'), once(signals, 'others came')];
    const queue = createGroupedQueue<number, number>({
      maximum: 100,
      async work(batch) {
        batches.push(batch);
        nAtWork++;
        expect(nAtWork).toBe(1);
        signals.emit('begun');
        await othersCame;
        nAtWork--;
        return batch;
      },
    });
    const added = [queue.add(1)];
    await begun;
    added.push(queue.add(2), queue.add(3));
    signals.emit('others came');
    await Promise.all(added);
    expect(batches).toEqual([[1], [2, 3]]);
  });

  it('splits what is more than a batch holds', async () => {
    const sizes: number[] = [];
    const queue = createGroupedQueue<number, number>({
      maximum: 4,
      async work(batch) {
        sizes.push(batch.length);
        return batch;
      },
    });
    await Promise.all(Array.from({ length: 10 }, (_, n) => queue.add(n)));
    expect(sizes).toEqual([4, 4, 2]);
  });

  it('fails those of a failed batch only, and goes on', async () => {
    const queue = createGroupedQueue<number, number>({
      maximum: 2,
      async work(batch) {
        if (batch.includes(1)) throw new Error('the disk is full');
        return batch;
      },
    });
    const outcomes = await Promise.allSettled([1, 2, 3].map(queue.add));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(await queue.add(4)).toBe(4);
  });

  it('drains: waits for what is waiting and at work, and at once when idle', async () => {
    const done: number[] = [];
    const queue = createGroupedQueue<number, number>({
      maximum: 1,
      async work(batch) {
        await giveTurns(3);
        done.push(...batch);
        return batch;
      },
    });
    await queue.drain();
    void queue.add(1);
    void queue.add(2);
    await queue.drain();
    expect(done).toEqual([1, 2]);
  });

  it('gives everyone the outcome of their own item, however they arrive', async () => {
    const arrivals = fc.array(fc.record({ item: fc.integer(), afterTurns: fc.nat(3) }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 5 }), async (items, maximum) => {
        const queue = createGroupedQueue<number, string>({
          maximum,
          async work(batch) {
            await giveTurns(batch.length % 2);
            return batch.map(String);
          },
        });
        const outcomes = await Promise.all(
          items.map(async ({ item, afterTurns }) => {
            await giveTurns(afterTurns);
            return queue.add(item);
          }),
        );
        expect(outcomes).toEqual(items.map(({ item }) => String(item)));
      }),
      { numRuns: 30 },
    );
  });
});
