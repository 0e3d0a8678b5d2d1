import { expect, it } from 'vitest';
import type { EStat, EStatPopulation } from '#app/fielding/ports.ts';
import { readEStatFrame, saveFrame, weighSoFar } from '#app/fielding/rounds/frame.ts';
import { type Account, upsertAccount } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { getRound } from '#db/queries/round.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import type { AgeCount } from '#surveys/round/age-bands.ts';
import type { Frame } from '#surveys/round/frame.ts';
import { roundStates } from '#surveys/round/round.ts';
import { acceptMany, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { makeRound } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const by: Account = {
  ...{ id: 'clerk-of-frame', name: 'clerk-of-frame', displayName: '担当' },
  ...{ role: 'staff', isDisabled: false },
};
const frame: Frame = {
  source: '住民基本台帳',
  asOf: '2026-04-01',
  strata: [
    { id: '東', population: 600, nIssued: 60 },
    { id: '西', population: 400, nIssued: 40 },
  ],
  weighting: 'strata',
  margins: [],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
};

describeOnEachDatabase('the frame of a round', (getDb, { getConnection }) => {
  const getServices = useServices({
    getConnection,
    prepare: ({ db }) => upsertAccount(db, { ...by, passwordHash: '' }),
  });
  const save = (roundId: string, saved: Frame) =>
    saveFrame(getServices().services, { by, roundId, frame: saved });

  it('is stored while the round is prepared, and written down', async () => {
    const { id } = await storeRound(getDb(), { state: 'draft', frame: null });
    expect(await save(id, frame)).toEqual({ kind: 'saved' });
    expect((await getRound(getDb(), id)).frame).toEqual(frame);
    const [entry] = await listAuditEntries(getDb(), { objectId: id, limit: 1 });
    expect(entry).toMatchObject({ action: 'round.frame_set', detail: { population: 1_000, nMerges: 0 } });
  });

  it.each(roundStates.filter((state) => state !== 'draft'))(
    'stays as it was in a round that is %s',
    async (state) => {
      const { id } = await storeRound(getDb(), { state, frame: null });
      expect(await save(id, frame)).toEqual({ kind: 'locked' });
      expect((await getRound(getDb(), id)).frame).toBeNull();
      expect(await listAuditEntries(getDb(), { objectId: id, limit: 1 })).toEqual([]);
    },
  );

  it('is not stored where it could not be used, nor for a round that nobody knows', async () => {
    const { id } = await storeRound(getDb(), { state: 'draft', frame: null });
    const total = { id: '合計', population: 1_000, nIssued: 100 };
    expect(await save(id, { ...frame, strata: [...frame.strata, total] })).toMatchObject({
      kind: 'unusable',
      problems: [{ kind: 'total-as-stratum' }],
    });
    expect((await getRound(getDb(), id)).frame).toBeNull();
    expect(await save('nowhere', frame)).toEqual({ kind: 'locked' });
  });

  it('is weighed with the answers so far, where a sample was drawn and asked', async () => {
    const strata = [{ id: 'all', population: 1_000, nIssued: 100 }];
    const round = await storeRound(getDb(), { design: 'probability', frame: { ...frame, strata } });
    await acceptMany(getDb(), round, 12);
    await getServices().services.mixer.mixRest(round.id);
    expect(await weighSoFar(getServices().services, round)).toMatchObject({ ok: true });
    for (const changes of [{ frame: null }, { state: 'draft' }, { design: 'panel' }] as const) {
      expect(await weighSoFar(getServices().services, { ...round, ...changes })).toBeNull();
    }
  });
});

const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
const residents = catalog.recipes.find(({ id }) => id === 'residents');
if (!residents) throw new Error('the catalogue has no residents questionnaire');
const questionnaire = composeQuestionnaire(residents, catalog.blocks);

/** e-Stat as it answers with these counts. */
const eStatOf = (ages: readonly AgeCount[], changes: Partial<EStatPopulation> = {}): EStat => ({
  fetchPopulation: async () => ({
    ok: true,
    population: {
      source: '国勢調査',
      asOf: '2020-10-01',
      areaName: '此花区',
      ages,
      nAgeUnknown: 0,
      ...changes,
    },
  }),
});
const now = () => new Date('2026-11-22T03:00:00.000Z');
const query = { areaCode: '27104', statsDataId: '0003445139', rule: 'refuse' } as const;
const everyAge = (['m', 'f'] as const).flatMap((sex) =>
  Array.from(
    { length: 100 },
    (_, age): AgeCount => ({ sex, from: age, to: age === 99 ? null : age, count: 10 }),
  ),
);

it('is read from e-Stat, of today where the table tells no day, and keeps the strata of the round', async () => {
  const round = makeRound({ questionnaire, frame });
  const read = await readEStatFrame({ eStat: eStatOf(everyAge, { asOf: null }), now }, { ...query, round });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read));
  expect(read.frame).toMatchObject({ source: '国勢調査 此花区', asOf: '2026-11-22', strata: frame.strata });
  expect(read.frame.margins[0]?.categories[0]).toEqual({ key: ['m', '18-19'], population: 20 });
});

it('is refused where e-Stat, its table or the questionnaire do not give it', async () => {
  const round = makeRound({ questionnaire, frame: null });
  const refusalOf = async (eStat: EStat, of = round) => {
    const read = await readEStatFrame({ eStat, now }, { ...query, round: of });
    return read.kind === 'refused' ? read.refusal : read.kind;
  };
  const down: EStat = { fetchPopulation: async () => ({ ok: false, error: { kind: 'timeout' } }) };
  expect(await refusalOf(down)).toEqual({ kind: 'e_stat', error: { kind: 'timeout' } });
  const cut = { sex: 'm', from: 15, to: 19, count: 50 } as const;
  expect(await refusalOf(eStatOf([cut]))).toEqual({
    kind: 'class_cut',
    cut: { from: 15, to: 19 },
    band: '18-19',
  });
  expect(await refusalOf(eStatOf(everyAge.filter(({ from }) => from < 20)))).toMatchObject({
    kind: 'band_uncovered',
    band: '20-29',
  });
  const withoutProfile = { ...questionnaire, pages: [] };
  expect(await refusalOf(down, { ...round, questionnaire: withoutProfile })).toEqual({
    kind: 'no_sex_or_age',
  });
});
