import { expect, it } from 'vitest';
import { requestApproval } from '#app/fielding/rounds/approval.ts';
import { copyRound, createDraft } from '#app/fielding/rounds/create-draft.ts';
import { getRoundSetup } from '#app/fielding/rounds/load-setup.ts';
import { type StepValues, saveStep } from '#app/fielding/rounds/save-step.ts';
import type { Services } from '#app/fielding/services.ts';
import { type Account, upsertAccount } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { upsertPlan } from '#db/queries/plan.ts';
import { findRound, getRound, updateRound } from '#db/queries/round.ts';
import { findRoundSetup } from '#db/queries/round-setup.ts';
import { roundStates } from '#surveys/round/round.ts';
import { usualPlan } from '#surveys/round/setup.ts';
import { mapTerms } from '#surveys/round/term-wording.ts';
import type { RoundTerms } from '#surveys/round/terms.ts';
import { locales } from '#surveys/text.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { plan } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const clerk: Account = {
  ...{ id: 'clerk-of-setup', name: 'clerk-of-setup', displayName: '担当' },
  ...{ role: 'staff', isDisabled: false },
};
const link: StepValues = { step: 'audience', values: { mode: 'link', reminder: 'everyone' } };
const counts: StepValues = { step: 'frame', counts: { populationSize: 100, nIssued: 50 } };
const sample: StepValues = {
  step: 'frame',
  sample: {
    ...{ populationSize: 1_000, nIssued: 100, plan: usualPlan, source: '台帳', asOf: '2026-10-01' },
    strata: [{ id: '北', population: 1_000, nIssued: 100 }],
  },
};

describeOnEachDatabase('preparing a round', (getDb, { getConnection }) => {
  const getServices = useServices({
    getConnection,
    async prepare({ db }) {
      await upsertAccount(db, { ...clerk, passwordHash: '' });
      await upsertPlan(db, { plan, contentHash: 'x', isDemo: false });
    },
  });
  const services = () => getServices().services;
  const save = (roundId: string, set: StepValues) =>
    saveStep(services(), { by: clerk, roundId, set, detail: { typed: 'so' } });
  async function makeDraft(recipeId = 'residents') {
    const result = await createDraft(services(), { by: clerk, recipeId, planId: null });
    if (result.kind !== 'made') throw new Error(`no round of ${recipeId}: ${result.kind}`);
    return result.round;
  }

  /** Saves the schedule as its form sends it back: texts in Japanese, some of them reworded. */
  async function saveTexts(id: string, reworded: Partial<Record<keyof RoundTerms, string>> = {}) {
    const { opensAt, closesAt, terms } = await getRound(getDb(), id);
    const { paperKeptUntil, responsesKeptUntil } = terms;
    const dates = { opensAt, closesAt, paperKeptUntil, responsesKeptUntil };
    const values = { ...dates, ...mapTerms((name) => terms[name].ja), ...reworded };
    expect(await save(id, { step: 'schedule', values })).toEqual({ kind: 'saved' });
    return (await getRound(getDb(), id)).terms;
  }

  it('keeps the translations of every text that is left as it was, however often it is saved', async () => {
    const { id, terms } = await makeDraft();
    expect(Object.keys(terms.proxy)).toEqual([...locales]);
    for (let time = 0; time < 3; time += 1) {
      expect(await saveTexts(id)).toEqual(terms);
      await save(id, { step: 'preview' });
      await save(id, link);
    }
    expect(await saveTexts(id)).toMatchObject(mapTerms((name) => terms[name]));
  });

  it('takes white space and line ends around a text for no rewording', async () => {
    const { id, terms } = await makeDraft();
    const contact = `\r\n ${terms.contact.ja}\u3000\r\n\n`;
    expect(await saveTexts(id, { contact, proxy: `${terms.proxy.ja}\n` })).toEqual(terms);
  });

  it('drops the translations of a reworded text alone, and finds them again with its usual wording', async () => {
    const { id, terms } = await makeDraft();
    const reworded = await saveTexts(id, { nonResponse: 'ご回答は自由です。\r\n不利益はありません。' });
    expect(reworded).toEqual({
      ...terms,
      nonResponse: { ja: 'ご回答は自由です。\n不利益はありません。' },
    });
    await save(id, { step: 'preview' });
    expect(await saveTexts(id)).toEqual(reworded);
    expect(await saveTexts(id, { nonResponse: terms.nonResponse.ja })).toEqual(terms);
  });

  it('finds again what the copied round said in other languages, though nobody words it so usually', async () => {
    const { id } = await makeDraft();
    await updateRound(getDb(), id, {
      terms: {
        ...(await getRound(getDb(), id)).terms,
        proxy: { ja: '家族も可。', en: 'Family may answer.' },
      },
    });
    const copy = await copyRound(services(), { by: clerk, earlier: await getRound(getDb(), id) });
    const copyId = copy?.id ?? '';
    expect((await saveTexts(copyId, { proxy: '代理の回答はできません。' })).proxy).toEqual({
      ja: '代理の回答はできません。',
    });
    expect((await saveTexts(copyId, { proxy: '家族も可。' })).proxy).toEqual({
      ja: '家族も可。',
      en: 'Family may answer.',
    });
  });

  it('promises a new audience what is usual for it, unless somebody has looked at the texts', async () => {
    const visitors = { ja: '付き添いの方も回答できます。', en: 'Companions may answer.' };
    const { usualTerms } = services();
    const ward: Services = {
      ...services(),
      usualTerms: { ...usualTerms, visitors: { ...usualTerms.visitors, proxy: visitors } },
    };
    const kiosk: StepValues = { step: 'audience', values: { mode: 'kiosk', reminder: 'everyone' } };
    const saveIn = (roundId: string, set: StepValues) =>
      saveStep(ward, { by: clerk, roundId, set, detail: {} });
    const { id, terms } = await makeDraft();
    await saveIn(id, kiosk);
    expect((await getRound(getDb(), id)).terms).toMatchObject({ proxy: visitors, contact: terms.contact });
    await saveIn(id, link);
    expect((await getRound(getDb(), id)).terms.proxy).toEqual(terms.proxy);
    await saveTexts(id);
    await saveIn(id, kiosk);
    const { opensAt, closesAt, terms: stood } = await getRound(getDb(), id);
    expect(stood.proxy).toEqual(terms.proxy);
    const values = { ...stood, opensAt, closesAt, ...mapTerms((name) => stood[name].ja) };
    await saveIn(id, { step: 'schedule', values: { ...values, proxy: '本人だけが回答できます。' } });
    await saveIn(id, { step: 'schedule', values });
    expect((await getRound(getDb(), id)).terms.proxy).toEqual(terms.proxy);
    await saveIn(id, { step: 'schedule', values: { ...values, proxy: visitors.ja } });
    expect((await getRound(getDb(), id)).terms.proxy).toEqual(visitors);
  });

  it('stores a step with its choices, and writes down who set what', async () => {
    const { id } = await makeDraft();
    expect(await save(id, sample)).toEqual({ kind: 'saved' });
    expect(await getRound(getDb(), id)).toMatchObject({ populationSize: 1_000, frame: { source: '台帳' } });
    expect((await findRoundSetup(getDb(), id))?.savedSteps).toEqual(['frame']);
    const [entry] = await listAuditEntries(getDb(), { objectId: id, limit: 1 });
    expect(entry).toMatchObject({ action: 'round.changed', detail: { typed: 'so', step: 'frame' } });
  });

  it.each(roundStates.filter((state) => state !== 'draft'))(
    'changes nothing of a round that is %s',
    async (state) => {
      const round = await storeRound(getDb(), { state });
      expect(await save(round.id, link)).toEqual({ kind: 'not_draft' });
      expect(await findRound(getDb(), round.id)).toEqual(round);
      expect(await findRoundSetup(getDb(), round.id)).toBeUndefined();
      expect(await listAuditEntries(getDb(), { objectId: round.id, limit: 1 })).toEqual([]);
    },
  );

  it('keeps every step that two clerks save at the same moment', async () => {
    const round = await makeDraft();
    const { layout } = round.questionnaire;
    const { title, planId, fiscalYear } = round;
    const values = { title, planId, fiscalYear, layout, indicatorIds: ['1-1'] };
    const saved = [
      link,
      { step: 'questionnaire', values },
      { step: 'preview' },
      { step: 'summary' },
    ] as const;
    await Promise.all(saved.map((set) => save(round.id, set)));
    const setup = await getRoundSetup(getDb(), await getRound(getDb(), round.id));
    expect([...setup.savedSteps].sort()).toEqual(['audience', 'preview', 'questionnaire', 'summary']);
    expect(setup).toMatchObject({ mode: 'link', indicatorIds: ['1-1'] });
    const { questionnaire } = await getRound(getDb(), round.id);
    expect(questionnaire.measurements.map(({ indicator }) => indicator)).toEqual(['1-1']);
  });

  it('takes no strata for a round that draws no sample any more, and no bare counts for one that does', async () => {
    const { id } = await makeDraft();
    expect(await save(id, counts)).toEqual({ kind: 'changed_since' });
    await save(id, link);
    expect(await save(id, sample)).toEqual({ kind: 'changed_since' });
    expect(await getRound(getDb(), id)).toMatchObject({ frame: null, access: 'open' });
    expect(await save(id, counts)).toEqual({ kind: 'saved' });
  });

  it('refuses what catalogue and plans do not have, and changes nothing', async () => {
    const round = await makeDraft();
    const { title, planId, fiscalYear } = round;
    const usual = { title, planId, fiscalYear, layout: 'pages', indicatorIds: ['1-1'] } as const;
    const refusalOf = async (set: StepValues) => {
      const result = await save(round.id, set);
      return result.kind === 'refused' ? result.refusal : result.kind;
    };
    const questionnaire = (changes: object): StepValues => ({
      step: 'questionnaire',
      values: { ...usual, ...changes },
    });
    expect(await refusalOf(questionnaire({ planId: 'none' }))).toBe('unknown_plan');
    expect(await refusalOf(questionnaire({ indicatorIds: ['9-9'] }))).toBe('unknown_indicator');
    const shoppers: StepValues = { step: 'audience', values: { mode: 'shoppers', reminder: 'everyone' } };
    expect(await refusalOf(shoppers)).toBe('mode_not_offered');
    expect(await getRound(getDb(), round.id)).toEqual(round);
  });

  it('asks for no approval while something stands against it', async () => {
    const round = await makeDraft('organisations');
    const ask = async () =>
      requestApproval(services(), { by: clerk, round: await getRound(getDb(), round.id), note: '' });
    expect(await ask()).toMatchObject({ kind: 'not_ready', problem: { kind: 'organisations_missing' } });
    await save(round.id, { step: 'frame', counts: { populationSize: 20, nIssued: 20 } });
    expect(await ask()).toMatchObject({ kind: 'moved' });
    expect(await ask()).toMatchObject({ kind: 'refused', refusal: { kind: 'wrong_state' } });
  });

  it('asks for no approval of what somebody spoiled since the page was loaded', async () => {
    const { id } = await makeDraft('organisations');
    await save(id, { step: 'frame', counts: { populationSize: 20, nIssued: 20 } });
    const round = await getRound(getDb(), id);
    await save(id, { step: 'frame', counts: { populationSize: null, nIssued: null } });
    expect(await requestApproval(services(), { by: clerk, round, note: '' })).toMatchObject({
      kind: 'not_ready',
      problem: { kind: 'organisations_missing' },
    });
    expect((await getRound(getDb(), id)).state).toBe('draft');
  });

  it('copies no round whose questionnaire the catalogue does not have, and makes none of an unknown one', async () => {
    const earlier = await storeRound(getDb(), { state: 'closed' });
    expect(await copyRound(services(), { by: clerk, earlier })).toBeUndefined();
    expect(await createDraft(services(), { by: clerk, recipeId: 'none', planId: null })).toEqual({
      kind: 'unknown_questionnaire',
    });
  });
});
