import { expect, it } from 'vitest';
import { deleteExpiredDrafts, findDraft, upsertDraft } from '#db/queries/draft.ts';
import { listErasuresDue } from '#db/queries/erasing.ts';
import type { Round } from '#surveys/round/round.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { closesAt, now } from '#tests/helpers/make-round.ts';

describeOnEachDatabase('draft', (getDb) => {
  it('keeps the last version of a draft', async () => {
    const { id: roundId } = await storeRound(getDb());
    const draft = { roundId, draftId: 'a', updatedAt: now, expiresAt: closesAt };
    await upsertDraft(getDb(), { ...draft, ciphertext: 'first' });
    await upsertDraft(getDb(), { ...draft, ciphertext: 'second' });
    expect(await findDraft(getDb(), draft)).toBe('second');
  });

  it('finds no draft of another round', async () => {
    const { id: roundId } = await storeRound(getDb());
    const other = await storeRound(getDb());
    const draft = { roundId, draftId: 'a', ciphertext: 'x', updatedAt: now, expiresAt: closesAt };
    await upsertDraft(getDb(), draft);
    expect(await findDraft(getDb(), { roundId: other.id, draftId: 'a' })).toBeUndefined();
  });

  it('deletes what was left of rounds that are over, to be erased from the files, too', async () => {
    const over = await storeRound(getDb(), { closesAt: '2026-01-02T00:00:00.000Z' });
    const running = await storeRound(getDb(), { closesAt: '2026-01-03T00:00:00.000Z' });
    const draftOf = (round: Round) => ({ roundId: round.id, draftId: 'a', ciphertext: 'x', updatedAt: now });
    for (const round of [over, running]) {
      await upsertDraft(getDb(), { ...draftOf(round), expiresAt: round.closesAt });
    }
    expect(await deleteExpiredDrafts(getDb(), '2026-01-01T23:59:59.999Z')).toBe(0);
    expect(await deleteExpiredDrafts(getDb(), over.closesAt)).toBe(1);
    expect(await findDraft(getDb(), draftOf(over))).toBeUndefined();
    expect(await findDraft(getDb(), draftOf(running))).toBe('x');
    expect(await listErasuresDue(getDb())).not.toEqual([]);
  });

  it('keeps a draft whose round was extended after it was stored', async () => {
    const extended = await storeRound(getDb(), { closesAt: '2026-01-09T00:00:00.000Z' });
    const draft = { roundId: extended.id, draftId: 'a', ciphertext: 'x', updatedAt: now };
    await upsertDraft(getDb(), { ...draft, expiresAt: '2026-01-02T00:00:00.000Z' });
    await deleteExpiredDrafts(getDb(), '2026-01-08T00:00:00.000Z');
    expect(await findDraft(getDb(), draft)).toBe('x');
    await deleteExpiredDrafts(getDb(), extended.closesAt);
    expect(await findDraft(getDb(), draft)).toBeUndefined();
  });
});
