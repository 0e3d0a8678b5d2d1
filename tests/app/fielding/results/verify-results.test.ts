import { beforeAll, expect, it } from 'vitest';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { isVerified, type RoundVerdict, verifyRound } from '#app/fielding/results/verify-results.ts';
import type { Db } from '#db/dialect.ts';
import { listResponses } from '#db/queries/response.ts';
import { getRound } from '#db/queries/round.ts';
import type { Round } from '#surveys/round/round.ts';
import {
  afterKeeping,
  erase,
  falsifyTally,
  softwareVersion,
  storeFinalRound,
} from '#tests/db/final-round-fixture.ts';
import { acceptMany, randomness } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const verify = async (db: Db, { id }: Round, changes: Partial<Parameters<typeof verifyRound>[1]> = {}) =>
  verifyRound(db, { round: await getRound(db, id), now: afterKeeping, softwareVersion, ...changes });

/** Changes what a stored result says of itself. */
async function falsifyDocument(
  db: Db,
  { id }: Round,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { document } = await db
    .selectFrom('result')
    .select('document')
    .where('round_id', '=', id)
    .executeTakeFirstOrThrow();
  const changed = JSON.stringify({ ...(JSON.parse(document) as object), ...changes });
  await db.updateTable('result').set({ document: changed }).where('round_id', '=', id).execute();
}

const changedFields = ({ results }: RoundVerdict) =>
  results.map((difference) => (difference.kind === 'changed' ? difference.field : difference.kind));

describeOnEachDatabase('verifyRound', (getDb) => {
  let round: Round;
  beforeAll(async () => {
    round = await storeFinalRound(getDb());
  });

  it('finds a round right whose tally and results follow from its responses', async () => {
    const verdict = await verify(getDb(), round);
    expect(verdict).toEqual({
      basis: 'responses',
      tally: [],
      nResults: 1,
      results: [],
      nNotesOfOtherVersion: 0,
    });
    expect(isVerified(verdict)).toBe(true);
  });

  it('names the cell of a falsified tally as often as it is asked, and still judges the results', async () => {
    const falsified = await storeFinalRound(getDb());
    await falsifyTally(getDb(), falsified);
    const first = await verify(getDb(), falsified);
    expect(first.tally).toEqual([
      {
        stratum: 'all',
        profile: 'age=20s|sex=f',
        channel: 'web',
        measure: 'indicator:2-3-i:answered',
        value: 'positive',
        nStored: 22,
        nRecounted: 15,
      },
    ]);
    expect(first.results).toEqual([]);
    expect(isVerified(first)).toBe(false);
    expect(await verify(getDb(), falsified)).toEqual(first);
  });

  it.each([
    ['value', 0.9],
    ['display', '90.0'],
    ['n', 240],
    ['official', 'met'],
    ['evidence', 'supported'],
    ['interval', null],
    ['methodNote', []],
    ['source', { kind: 'ward-record', title: '区の記録' }],
  ])('names the field %s of a falsified result', async (field, value) => {
    const falsified = await storeFinalRound(getDb());
    await falsifyDocument(getDb(), falsified, { [field]: value });
    const verdict = await verify(getDb(), falsified);
    expect(changedFields(verdict)).toEqual([field]);
    expect(verdict.results[0]).toMatchObject({ indicatorId: '2-3-i', stored: JSON.stringify(value) });
    expect(isVerified(verdict)).toBe(false);
  });

  it.each([
    [{ hash: 'another' }, 'hash'],
    [{ fiscal_year: 2027 }, 'fiscalYear'],
    [{ state: 'published' }, 'state'],
  ] as const)('names the column of a row that was changed: %j', async (change, field) => {
    const falsified = await storeFinalRound(getDb());
    await getDb().updateTable('result').set(change).where('round_id', '=', falsified.id).execute();
    expect(changedFields(await verify(getDb(), falsified))).toEqual([field]);
  });

  it('names what provenance says otherwise', async () => {
    const falsified = await storeFinalRound(getDb());
    const { provenance } = await getDb()
      .selectFrom('result')
      .select('provenance')
      .where('round_id', '=', falsified.id)
      .executeTakeFirstOrThrow();
    const changed = JSON.stringify({ ...(JSON.parse(provenance) as object), design: 'census' });
    await getDb()
      .updateTable('result')
      .set({ provenance: changed })
      .where('round_id', '=', falsified.id)
      .execute();
    expect(changedFields(await verify(getDb(), falsified))).toEqual(['provenance.design']);
  });

  it('misses a result that was taken out, and knows one that should not be there', async () => {
    const robbed = await storeFinalRound(getDb());
    await getDb().deleteFrom('result').where('round_id', '=', robbed.id).execute();
    expect((await verify(getDb(), robbed)).results).toEqual([{ kind: 'missing', indicatorId: '2-3-i' }]);
    const early = await storeFinalRound(getDb());
    await getDb().updateTable('round').set({ state: 'open' }).where('id', '=', early.id).execute();
    expect((await verify(getDb(), early)).results).toEqual([{ kind: 'unexpected', indicatorId: '2-3-i' }]);
  });

  it('judges tally and results by the responses when one of those is gone', async () => {
    const robbed = await storeFinalRound(getDb());
    const unhappy = (await listResponses(getDb(), robbed.id)).find(
      ({ answers }) => answers.feel === 'disagree',
    );
    await getDb()
      .deleteFrom('response')
      .where('round_id', '=', robbed.id)
      .where('id', '=', unhappy?.id ?? '')
      .execute();
    const verdict = await verify(getDb(), robbed);
    expect(verdict.tally).toContainEqual({
      stratum: '北港会',
      profile: 'age=70s|sex=m',
      channel: 'web',
      measure: 'indicator:2-3-i:answered',
      value: 'base',
      nStored: 9,
      nRecounted: 8,
    });
    expect(changedFields(verdict)).toEqual(
      expect.arrayContaining(['value', 'n', 'provenance.tallyHash', 'hash']),
    );
    expect(verdict.results).toContainEqual({
      kind: 'changed',
      indicatorId: '2-3-i',
      field: 'value',
      stored: String(15 / 24),
      computed: String(15 / 23),
    });
  });

  it('leaves texts alone that another version of the software wrote, and says of how many', async () => {
    const older = await storeFinalRound(getDb());
    await falsifyDocument(getDb(), older, { methodNote: [] });
    const verdict = await verify(getDb(), older, { softwareVersion: 'newer' });
    expect(verdict).toMatchObject({ results: [], nNotesOfOtherVersion: 1 });
  });

  it('calls no round falsified whose answers were erased when their keeping ended', async () => {
    const erased = await storeFinalRound(getDb());
    await erase(getDb(), erased, afterKeeping);
    const verdict = await verify(getDb(), erased);
    expect(verdict.basis).toBe('tally');
    expect(isVerified(verdict)).toBe(true);
  });

  it('still knows a falsified figure by the tally when the answers are erased', async () => {
    const erased = await storeFinalRound(getDb());
    await erase(getDb(), erased, afterKeeping);
    await falsifyTally(getDb(), erased);
    expect(changedFields(await verify(getDb(), erased))).toContain('value');
  });

  it('judges the plain figure by the tally without names where those who answered were named', async () => {
    const erased = await storeFinalRound(getDb(), { audience: 'organisations', design: 'census' });
    await erase(getDb(), erased, afterKeeping);
    const verdict = await verify(getDb(), erased);
    expect(verdict.basis).toBe('nameless-tally');
    expect(isVerified(verdict)).toBe(true);
    await falsifyDocument(getDb(), erased, { value: 0.9, display: '90.0' });
    expect(changedFields(await verify(getDb(), erased))).toEqual(['value', 'display']);
  });

  it('believes no erasure before its day, or after the present', async () => {
    const early = await storeFinalRound(getDb());
    await erase(getDb(), early, '2027-01-10T14:59:59.000Z');
    const late = await storeFinalRound(getDb());
    await erase(getDb(), late, '2027-01-11T00:00:00.000Z');
    for (const one of [early, late]) {
      const verdict = await verify(getDb(), one);
      expect(verdict.basis).toBe('responses');
      expect(verdict.tally).toContainEqual(
        expect.objectContaining({ measure: 'indicator:2-3-i:answered', value: 'positive', nRecounted: 0 }),
      );
    }
  });

  it('misses in the tally what came in after an erasure', async () => {
    const again = await storeFinalRound(getDb());
    await erase(getDb(), again, afterKeeping);
    await getDb().updateTable('round').set({ state: 'open' }).where('id', '=', again.id).execute();
    await acceptMany(getDb(), again, 10);
    await mixRound(getDb(), { roundId: again.id, minimum: 10, randomness });
    expect((await verify(getDb(), again)).tally).toEqual([]);
    await getDb()
      .deleteFrom('tally')
      .where('round_id', '=', again.id)
      .where('measure', '=', 'question:feel')
      .execute();
    expect((await verify(getDb(), again)).tally).toEqual([
      expect.objectContaining({ measure: 'question:feel', value: 'agree', nStored: 0, nRecounted: 10 }),
    ]);
  });
});
