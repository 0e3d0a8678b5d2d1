import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { eraseDeletedRows } from '#db/erase.ts';
import { deleteDraft, upsertDraft } from '#db/queries/draft.ts';
import { closesAt, now, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

describeOnEachDatabase('eraseDeletedRows', (getDb, { dialect, getUrl }) => {
  it.runIf(dialect === 'sqlite')('leaves no byte of a deleted row in the files', async () => {
    const round = await storeRound(getDb());
    const secret = 'a-very-telling-ciphertext';
    const draft = {
      roundId: round.id,
      draftId: 'a',
      ciphertext: secret,
      updatedAt: now,
      expiresAt: closesAt,
    };
    await upsertDraft(getDb(), draft);
    const path = getUrl().slice('sqlite:'.length);
    const read = () => readFileSync(path, 'latin1') + readFileSync(`${path}-wal`, 'latin1');
    expect(read()).toContain(secret);
    await deleteDraft(getDb(), draft);
    await eraseDeletedRows(getDb());
    expect(read()).not.toContain(secret);
  });

  it('does no harm where nothing was deleted', async () => {
    await expect(eraseDeletedRows(getDb())).resolves.toBeUndefined();
  });
});
