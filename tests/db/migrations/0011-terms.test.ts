import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, it } from 'vitest';
import * as terms from '#db/migrations/0011-terms.ts';
import { getRound } from '#db/queries/round.ts';
import { audiences } from '#surveys/questionnaire/definition.ts';
import { locales } from '#surveys/text.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const migration: Migration = terms;

describeOnEachDatabase('terms of rounds from before there were any', (getDb) => {
  /** A round as a version without terms left it. */
  async function storeWithoutTerms(changes: Parameters<typeof storeRound>[1]): Promise<string> {
    const { id } = await storeRound(getDb(), changes);
    await sql`update round set terms = null where id = ${id}`.execute(getDb());
    return id;
  }

  it.each(audiences)('are the usual ones of %s', async (audience) => {
    const id = await storeWithoutTerms({ audience });
    await migration.up(getDb());
    const told = (await getRound(getDb(), id)).terms;
    const isOfPeople = ['residents', 'visitors', 'event-participants'].includes(audience);
    expect(told.proxy.ja.includes('ご家族')).toBe(isOfPeople);
    expect(Object.keys(told.proxy)).toEqual(isOfPeople ? [...locales] : ['ja']);
    expect(told.contact).toMatchObject({
      ja: '区役所 総務課(区政の評価担当)',
      en: 'Ward office, General Affairs Section',
    });
  });

  it.each([
    // 16:00 UTC is the next day in Japan; February has no 30th.
    ['2026-11-29T16:00:00.000Z', '2027-02-28', '2031-11-30'],
    ['2024-02-28T15:00:00.000Z', '2024-05-29', '2029-02-28'],
    ['2026-12-31T14:59:00.000Z', '2027-03-31', '2031-12-31'],
  ])('count their days from a closing at %s', async (closesAt, paperKeptUntil, responsesKeptUntil) => {
    const id = await storeWithoutTerms({ closesAt });
    await migration.up(getDb());
    expect((await getRound(getDb(), id)).terms).toMatchObject({ paperKeptUntil, responsesKeptUntil });
  });

  it('leave terms alone that a round has of its own', async () => {
    const round = await storeRound(getDb());
    await migration.up(getDb());
    expect((await getRound(getDb(), round.id)).terms).toEqual(round.terms);
  });
});
