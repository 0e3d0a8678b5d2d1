import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { eraseDeletedRows } from '#db/erase.ts';
import { deleteExpiredDrafts, upsertDraft } from '#db/queries/draft.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { readDatabaseFiles } from '#tests/helpers/database-files.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { closesAt, now } from '#tests/helpers/make-round.ts';

describeOnEachDatabase('eraseDeletedRows', (getDb, { dialect, getUrl }) => {
  it('leaves no byte of a deleted row in the files', async () => {
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
    expect((await readDatabaseFiles(getDb(), getUrl())).includes(secret)).toBe(true);
    expect(await deleteExpiredDrafts(getDb(), closesAt)).toBe(1);
    expect(await eraseDeletedRows(getDb())).toBe(true);
    expect((await readDatabaseFiles(getDb(), getUrl())).includes(secret)).toBe(false);
  });

  it('says when somebody still reads what was deleted, and clears it once they are gone', async () => {
    const round = await storeRound(getDb());
    const secret = 'another-very-telling-ciphertext';
    const draft = {
      roundId: round.id,
      draftId: 'b',
      ciphertext: secret,
      updatedAt: now,
      expiresAt: closesAt,
    };
    await upsertDraft(getDb(), draft);
    const reader = connect(getUrl());
    await reader.db.connection().execute(async (connection) => {
      // A backup reads like this: one long look at how everything stood.
      await (dialect === 'sqlite' ? sql`begin` : sql`begin isolation level repeatable read`).execute(
        connection,
      );
      await connection.selectFrom('draft').selectAll().execute();
      expect(await deleteExpiredDrafts(getDb(), closesAt)).toBe(1);
      expect(await eraseDeletedRows(getDb())).toBe(false);
      await sql`commit`.execute(connection);
    });
    await reader.close();
    expect(await eraseDeletedRows(getDb())).toBe(true);
    expect((await readDatabaseFiles(getDb(), getUrl())).includes(secret)).toBe(false);
  });

  it('does no harm where nothing was deleted', async () => {
    expect(await eraseDeletedRows(getDb())).toBe(true);
  });
});
