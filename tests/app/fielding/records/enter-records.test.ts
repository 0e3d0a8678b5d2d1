import { expect, it } from 'vitest';
import { enterRecords } from '#app/fielding/records/enter-records.ts';
import { type Account, upsertAccount } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { nResponses } from '#db/queries/tally.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { type Round, roundStates } from '#surveys/round/round.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { useServices } from '#tests/helpers/services.ts';

const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
const recipe = catalog.recipes.find(({ id }) => id === 'ward-records');
if (!recipe) throw new Error('the catalogue has no questionnaire for the records of the ward');
const questionnaire = composeQuestionnaire(recipe, catalog.blocks);

const by: Account = {
  ...{ id: 'clerk-of-records', name: 'clerk-of-records', displayName: '担当' },
  ...{ role: 'staff', isDisabled: false },
};

describeOnEachDatabase('entering records of the ward', (getDb, { getConnection }) => {
  const getServices = useServices({
    getConnection,
    async prepare({ db, usedCodes }) {
      await upsertAccount(db, { ...by, passwordHash: '' });
      await usedCodes.open();
    },
  });
  const storeRecords = (changes: Partial<Round> = {}) =>
    storeRound(getDb(), { audience: 'ward-records', design: 'census', questionnaire, ...changes });
  const enter = (round: Round, second: string, submissionKey = 'key') =>
    enterRecords(getServices().services, {
      ...{ by, round, submissionKey },
      typed: { 'q1-3-a': ['3'], 'q1-3-b': [second], _key: ['another'] },
    });
  const nEntries = async ({ id }: Round) =>
    (await listAuditEntries(getDb(), { objectId: id, limit: 9 })).length;

  it('is written down once for one key, however often it comes', async () => {
    const round = await storeRecords();
    const sent = await Promise.all([enter(round, '1'), enter(round, '1'), enter(round, '1')]);
    expect(sent).toEqual(Array(3).fill({ kind: 'entered' }));
    expect([await nResponses(getDb(), round.id), await nEntries(round)]).toEqual([1, 1]);
  });

  it('tells which figure is wrong, and stores none', async () => {
    const round = await storeRecords();
    expect(await enter(round, '-1')).toMatchObject({
      kind: 'invalid',
      errors: [{ questionId: 'q1-3-b', error: { code: 'below_minimum' } }],
    });
    expect([await nResponses(getDb(), round.id), await nEntries(round)]).toEqual([0, 0]);
  });

  it.each(roundStates.filter((state) => state !== 'open'))('is not for a round that is %s', async (state) => {
    const round = await storeRecords({ state });
    expect(await enter(round, '1')).toEqual({ kind: 'not_open' });
    expect(await nResponses(getDb(), round.id)).toBe(0);
  });

  it('is not for the answers of residents, and not for a round that was finalised since', async () => {
    const residents = await storeRound(getDb(), { questionnaire });
    expect(await enter(residents, '1')).toEqual({ kind: 'not_open' });
    const round = await storeRecords();
    await getDb().updateTable('round').set({ state: 'finalised' }).where('id', '=', round.id).execute();
    expect(await enter(round, '1')).toEqual({ kind: 'not_open' });
    expect([await nResponses(getDb(), round.id), await nEntries(round)]).toEqual([0, 0]);
  });
});
