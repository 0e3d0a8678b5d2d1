import { expect, it } from 'vitest';
import { deleteDraft, deleteExpiredDrafts, findDraft, upsertDraft } from '#db/queries/draft.ts';
import { closesAt, now, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

describeOnEachDatabase('draft', (getDb) => {
  it('keeps the last version of a draft', async () => {
    const { id: roundId } = await storeRound(getDb());
    const draft = { roundId, draftId: 'a', updatedAt: now, expiresAt: closesAt };
    await upsertDraft(getDb(), { ...draft, ciphertext: 'first' });
    await upsertDraft(getDb(), { ...draft, ciphertext: 'second' });
    expect(await findDraft(getDb(), draft)).toBe('second');
  });

  it('finds no draft of another round, and none that was deleted', async () => {
    const { id: roundId } = await storeRound(getDb());
    const other = await storeRound(getDb());
    const draft = { roundId, draftId: 'a', ciphertext: 'x', updatedAt: now, expiresAt: closesAt };
    await upsertDraft(getDb(), draft);
    expect(await findDraft(getDb(), { roundId: other.id, draftId: 'a' })).toBeUndefined();
    await deleteDraft(getDb(), draft);
    await deleteDraft(getDb(), draft);
    expect(await findDraft(getDb(), draft)).toBeUndefined();
  });

  it('deletes the drafts that expired, and no others', async () => {
    const { id: roundId } = await storeRound(getDb());
    const draft = { roundId, ciphertext: 'x', updatedAt: now };
    await upsertDraft(getDb(), { ...draft, draftId: 'old', expiresAt: '2026-01-01T00:00:00.000Z' });
    await upsertDraft(getDb(), { ...draft, draftId: 'due', expiresAt: '2026-01-02T00:00:00.000Z' });
    await upsertDraft(getDb(), { ...draft, draftId: 'new', expiresAt: '2026-01-03T00:00:00.000Z' });
    expect(await deleteExpiredDrafts(getDb(), '2026-01-02T00:00:00.000Z')).toBe(2);
    expect(await findDraft(getDb(), { roundId, draftId: 'new' })).toBe('x');
  });
});
