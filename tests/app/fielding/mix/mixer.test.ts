import { expect, it, vi } from 'vitest';
import { countIntake } from '#db/queries/intake.ts';
import { lockRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Round } from '#surveys/round/round.ts';
import { acceptMany, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { useServices } from '#tests/helpers/services.ts';

describeOnEachDatabase(
  'a mixer whose round another holds just now',
  (getDb, { dialect, getConnection, untilSomebodyWaits }) => {
    const getServices = useServices({ getConnection });

    /** Has the round in hand, as who keys a form or orders codes does, while something else is asked for. */
    const holdWhile = (roundId: string, ask: () => void, untilRefused: () => Promise<void>) =>
      inTransaction(getDb(), async (tx) => {
        await lockRound(tx, { roundId, mode: 'counting' });
        ask();
        await untilRefused();
      });
    const untilMixed = ({ id }: Round) =>
      vi.waitFor(async () => expect(await countIntake(getDb(), id)).toBe(0), 5_000);

    it('comes back to it by itself', async () => {
      const { mixer } = getServices().services;
      const [held, free] = [await storeRound(getDb()), await storeRound(getDb())];
      for (const round of [held, free]) await acceptMany(getDb(), round, 10);
      // The one behind it is mixed once the mixer has found it held; on SQLite the mixer waits for both.
      const untilRefused = async () => {
        if (dialect === 'postgres') await untilMixed(free);
      };
      await holdWhile(held.id, () => mixer.nudge(new Set([held.id, free.id])), untilRefused);
      for (const round of [free, held]) await untilMixed(round);
    });

    it('leaves nothing waiting at the closing', async () => {
      const { mixer } = getServices().services;
      const round = await storeRound(getDb());
      await acceptMany(getDb(), round, 3);
      const mixing: Promise<void>[] = [];
      await holdWhile(round.id, () => mixing.push(mixer.mixRest(round.id)), untilSomebodyWaits);
      await Promise.all(mixing);
      expect(await countIntake(getDb(), round.id)).toBe(0);
    });
  },
);
