import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLoop, type Rest } from '#app/fielding/loop.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Long enough for a turn that was asked for to begin. */
async function tick() {
  for (let n = 0; n < 3; n += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

/** A loop whose turns end when the test lets them, each in its own way. */
function makeLoop(restAfterError: Rest = 'until-nudged') {
  const errors: unknown[] = [];
  const turns: { readonly end: (rest?: Rest) => void; readonly fail: () => void }[] = [];
  let nAtWork = 0;
  const loop = createLoop({
    async turn() {
      nAtWork += 1;
      expect(nAtWork).toBe(1);
      try {
        return await new Promise<Rest>((resolve, reject) => {
          turns.push({
            end: (rest = 'until-nudged') => resolve(rest),
            fail: () => reject(new Error(`turn ${turns.length}`)),
          });
        });
      } finally {
        nAtWork -= 1;
      }
    },
    onError: (error) => errors.push(error),
    restAfterError,
  });
  return { loop, turns, errors };
}

describe('a loop', () => {
  it('rests until it is nudged, and takes what comes in one moment as one', async () => {
    const { loop, turns } = makeLoop();
    await tick();
    expect(turns).toHaveLength(0);
    for (let n = 0; n < 5; n += 1) loop.nudge();
    await tick();
    expect(turns).toHaveLength(1);
  });

  it('takes one more turn for all who ask while one is at work, after it', async () => {
    const { loop, turns } = makeLoop();
    loop.nudge();
    await tick();
    for (let n = 0; n < 5; n += 1) loop.nudge();
    await tick();
    expect(turns).toHaveLength(1);
    turns[0]?.end();
    await tick();
    expect(turns).toHaveLength(2);
    turns[1]?.end();
    await loop.drain();
    await tick();
    expect(turns).toHaveLength(2);
  });

  it('tells who asks for a whole turn only of one that began afterwards, and of one that failed, too', async () => {
    const { loop, turns, errors } = makeLoop();
    const told: string[] = [];
    void loop.run().then(() => told.push('first'));
    await tick();
    const second = loop.run().then(() => told.push('second'));
    turns[0]?.end();
    await tick();
    expect(told).toEqual(['first']);
    turns[1]?.fail();
    await second;
    expect(told).toEqual(['first', 'second']);
    expect(errors).toHaveLength(1);
  });

  it('goes on after a turn that failed, when it is nudged or has rested', async () => {
    const { loop, turns, errors } = makeLoop(1_000);
    loop.nudge();
    await tick();
    turns[0]?.fail();
    await loop.drain();
    await vi.advanceTimersByTimeAsync(1_000);
    await tick();
    turns[1]?.fail();
    await loop.drain();
    loop.nudge();
    await tick();
    expect(turns).toHaveLength(3);
    expect(errors).toHaveLength(2);
  });

  it('comes again by itself as long after its turn as that said, once', async () => {
    const { loop, turns } = makeLoop();
    loop.nudge();
    await tick();
    turns[0]?.end(200);
    await loop.drain();
    await vi.advanceTimersByTimeAsync(199);
    await tick();
    expect(turns).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await tick();
    expect(turns).toHaveLength(2);
    turns[1]?.end();
    await loop.drain();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not come by time as well after somebody nudged it', async () => {
    const { loop, turns } = makeLoop();
    loop.nudgeIn(200);
    loop.nudgeIn(300);
    loop.nudge();
    await tick();
    expect(vi.getTimerCount()).toBe(0);
    turns[0]?.end();
    await loop.drain();
    expect(turns).toHaveLength(1);
  });

  it('drains: waits for the turn at work and those asked for meanwhile, not for those that come by time', async () => {
    const { loop, turns } = makeLoop();
    await loop.drain();
    loop.nudge();
    await tick();
    let isDrained = false;
    const draining = loop.drain().then(() => {
      isDrained = true;
    });
    loop.nudge();
    turns[0]?.end(200);
    await tick();
    expect(isDrained).toBe(false);
    turns[1]?.end(200);
    await draining;
    expect(vi.getTimerCount()).toBe(1);
  });

  it('stops: waits for the turns at work and asked for, takes no more, and leaves no timer', async () => {
    const { loop, turns } = makeLoop();
    loop.nudge();
    await tick();
    loop.nudge();
    let isStopped = false;
    const stopping = loop.stop().then(() => {
      isStopped = true;
    });
    await tick();
    expect(isStopped).toBe(false);
    turns[0]?.end(200);
    await tick();
    expect(isStopped).toBe(false);
    turns[1]?.end(200);
    await stopping;
    loop.nudge();
    loop.nudgeIn(1);
    await loop.run();
    await tick();
    expect(turns).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });
});
