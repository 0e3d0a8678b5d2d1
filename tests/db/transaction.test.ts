import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { Db } from '#db/connect.ts';
import { findRound } from '#db/queries/round.ts';
import { afterCommit, inTransaction } from '#db/transaction.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

describeOnEachDatabase('what a transaction asks for after its commit', (getDb, { dialect }) => {
  it('happens once, in order, when others can see what was written, and before the caller goes on', async () => {
    const told: string[] = [];
    let seen: Promise<unknown> | undefined;
    const round = await inTransaction(getDb(), async (tx) => {
      afterCommit(tx, () => told.push('first'));
      const stored = await storeRound(tx);
      afterCommit(tx, () => {
        told.push('second');
        seen = findRound(getDb(), stored.id);
      });
      expect(told).toEqual([]);
      return stored;
    });
    expect(told).toEqual(['first', 'second']);
    expect(await seen).toEqual(round);
    await inTransaction(getDb(), async () => undefined);
    expect(told).toHaveLength(2);
  });

  it('never happens when the work fails', async () => {
    let nTold = 0;
    const failing = inTransaction(getDb(), async (tx) => {
      afterCommit(tx, () => {
        nTold += 1;
      });
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(nTold).toBe(0);
  });

  it('never happens when the commit itself fails', async () => {
    let nTold = 0;
    const failing = inTransaction(getDb(), async (tx) => {
      afterCommit(tx, () => {
        nTold += 1;
      });
      await breakAtCommit(tx);
    });
    await expect(failing).rejects.toThrow(/constraint/i);
    expect(nTold).toBe(0);
    expect(await storeRound(getDb())).toMatchObject({ state: 'open' });
  });

  /** Writes what only the commit refuses. */
  async function breakAtCommit(tx: Db): Promise<void> {
    if (dialect === 'sqlite') {
      await sql`pragma defer_foreign_keys = on`.execute(tx);
      const round = await storeRound(tx);
      await tx.updateTable('round').set({ plan_id: 'nowhere' }).where('id', '=', round.id).execute();
      return;
    }
    await sql`create temporary table deferred (n int unique deferrable initially deferred)`.execute(tx);
    await sql`insert into deferred values (1), (1)`.execute(tx);
  }

  it('waits for the outer transaction of several, and is lost with it', async () => {
    const told: string[] = [];
    const inner = (tx: Db) =>
      inTransaction(tx, async (same) => {
        afterCommit(same, () => told.push('inner'));
      });
    await inTransaction(getDb(), async (tx) => {
      await inner(tx);
      expect(told).toEqual([]);
      afterCommit(tx, () => told.push('outer'));
    });
    expect(told).toEqual(['inner', 'outer']);
    const failing = inTransaction(getDb(), async (tx) => {
      await inner(tx);
      throw new Error('the outer failed');
    });
    await expect(failing).rejects.toThrow('the outer failed');
    expect(told).toEqual(['inner', 'outer']);
  });

  it('is refused where nobody would do it: outside of a transaction, and after its end', async () => {
    expect(() => afterCommit(getDb(), () => undefined)).toThrow(/inTransaction/);
    const ended = await inTransaction(getDb(), async (tx) => ({ tx }));
    expect(() => afterCommit(ended.tx, () => undefined)).toThrow(/inTransaction/);
  });
});
