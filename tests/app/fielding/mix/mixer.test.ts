import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { countIntake } from '#db/queries/intake.ts';
import { lockRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import { acceptMany, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { useServices } from '#tests/helpers/services.ts';

describeOnEachDatabase('a mixer whose round another holds just now', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection });

  /** Has the round in hand, as who keys a form or orders codes does, while something else is asked for. */
  const holdWhile = (roundId: string, ask: () => void) =>
    inTransaction(getDb(), async (tx) => {
      await lockRound(tx, { roundId, mode: 'counting' });
      ask();
      await wait(100);
    });

  it('comes back to it by itself', async () => {
    const { mixer } = getServices().services;
    const [held, free] = [await storeRound(getDb()), await storeRound(getDb())];
    for (const round of [held, free]) await acceptMany(getDb(), round, 10);
    await holdWhile(held.id, () => mixer.nudge(new Set([held.id, free.id])));
    for (const { id } of [free, held]) {
      await vi.waitFor(async () => expect(await countIntake(getDb(), id)).toBe(0), 5_000);
    }
  });

  it('leaves nothing waiting at the closing', async () => {
    const { mixer } = getServices().services;
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 3);
    const mixing: Promise<void>[] = [];
    await holdWhile(round.id, () => mixing.push(mixer.mixRest(round.id)));
    await Promise.all(mixing);
    expect(await countIntake(getDb(), round.id)).toBe(0);
  });
});
