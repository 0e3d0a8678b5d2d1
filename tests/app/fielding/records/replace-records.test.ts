import { expect, it } from 'vitest';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { recountResponses } from '#app/fielding/results/recount-responses.ts';
import { finaliseResults } from '#app/fielding/rounds/finalise-results.ts';
import { connect, type Db } from '#db/connect.ts';
import { insertIntake } from '#db/queries/intake.ts';
import { insertResponses, listResponses } from '#db/queries/response.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { addToTally, listTally, nResponses } from '#db/queries/tally.ts';
import { diffTallies } from '#surveys/aggregation/tally/merge.ts';
import { tabulateRound } from '#surveys/aggregation/tally/tabulate.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import type { Answers } from '#surveys/response/answers.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now, plan } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
const recipe = catalog.recipes.find(({ id }) => id === 'ward-records');
if (!recipe) throw new Error('the catalogue has no questionnaire for the records of the ward');
const composed = composeQuestionnaire(recipe, catalog.blocks);
/** As in the catalogue, but one figure may be left for later. */
const questionnaire = {
  ...composed,
  pages: composed.pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) =>
      question.id === 'q1-3-b' ? { ...question, required: false } : question,
    ),
  })),
};

describeOnEachDatabase('records of the ward', (getDb, { dialect, getUrl }) => {
  const storeRecords = (changes: Partial<Round> = {}) =>
    storeRound(getDb(), { audience: 'ward-records', design: 'census', questionnaire, ...changes });

  const listDifferences = async (round: Round) =>
    diffTallies(await listTally(getDb(), round.id), await recountResponses(getDb(), round));

  const entry = (round: Round, answers: Answers, changes: { readonly keyHash?: string } = {}) =>
    makeSubmission(round, answers, { channel: 'import', ...changes });

  /** Enters figures one after the other, as a clerk does who corrects what was entered before. */
  const enter = async (round: Round, ...entries: readonly Answers[]) => {
    for (const answers of entries) {
      expect(await accept(getDb(), [entry(round, answers)])).toEqual(['accepted']);
    }
  };

  /** What the evaluation shows of a round, by indicator; nothing of those that nobody entered. */
  async function figuresOf(round: Round): Promise<Record<string, number>> {
    const tally = await listTally(getDb(), round.id);
    const { indicators } = evaluateRound({ plan, round, tally, state: 'provisional' });
    return Object.fromEntries(
      indicators.flatMap(({ indicator, result }) =>
        result.value === null ? [] : [[indicator.id, result.value]],
      ),
    );
  }

  /** Every way of counting comes to the same: one record, and a tally that its recount confirms. */
  async function expectOneRecord(round: Round): Promise<void> {
    expect(await listResponses(getDb(), round.id)).toHaveLength(1);
    expect(await nResponses(getDb(), round.id)).toBe(1);
    expect(await listDifferences(round)).toEqual([]);
  }

  it('correct what was entered before, and never add to it', async () => {
    const round = await storeRecords();
    await enter(round, { 'q1-3-a': '3', 'q1-3-b': '1' });
    expect(await figuresOf(round)).toEqual({ '1-3-a': 3, '1-3-b': 1 });
    await enter(round, { 'q1-3-a': '5', 'q1-3-b': '1' });
    expect(await figuresOf(round)).toEqual({ '1-3-a': 5, '1-3-b': 1 });
    await enter(round, { 'q1-3-a': '0', 'q1-3-b': '2' });
    expect(await figuresOf(round)).toEqual({ '1-3-a': 0, '1-3-b': 2 });
    await expectOneRecord(round);
  });

  it('are counted at once, and move the version that watchers see', async () => {
    const round = await storeRecords();
    await enter(round, { 'q1-3-a': '3' });
    const before = await findRoundStatus(getDb(), round.id);
    expect(before?.version).toBe(1);
    await enter(round, { 'q1-3-a': '4' });
    expect((await findRoundStatus(getDb(), round.id))?.version).toBe(2);
    expect(await mixRound(getDb(), { roundId: round.id, minimum: 1, randomness })).toMatchObject({
      kind: 'waiting',
      nWaiting: 0,
    });
  });

  it('stay as they are where an entry leaves them blank', async () => {
    const round = await storeRecords();
    await enter(round, { 'q1-3-a': '3', 'q1-3-b': '7' }, { 'q1-3-a': '5' });
    expect(await figuresOf(round)).toEqual({ '1-3-a': 5, '1-3-b': 7 });
    await expectOneRecord(round);
  });

  it('are the same when the same value is entered twice, and when one form is sent twice', async () => {
    const round = await storeRecords();
    await enter(round, { 'q1-3-a': '3' }, { 'q1-3-a': '3' });
    expect(await figuresOf(round)).toEqual({ '1-3-a': 3 });
    const first = entry(round, { 'q1-3-a': '4' });
    expect(await accept(getDb(), [first, first])).toEqual(['accepted', 'repeated']);
    await enter(round, { 'q1-3-a': '6' });
    expect(await accept(getDb(), [first])).toEqual(['repeated']);
    expect(await figuresOf(round)).toEqual({ '1-3-a': 6 });
    await expectOneRecord(round);
  });

  it('take the later of two entries that share one commit', async () => {
    const round = await storeRecords();
    // Keys are stored in their own order, which must not decide.
    const entries = [
      entry(round, { 'q1-3-a': '3', 'q1-3-b': '2' }, { keyHash: 'z' }),
      entry(round, { 'q1-3-a': '5' }, { keyHash: 'a' }),
    ];
    expect(await accept(getDb(), entries)).toEqual(['accepted', 'accepted']);
    expect(await figuresOf(round)).toEqual({ '1-3-a': 5, '1-3-b': 2 });
    await expectOneRecord(round);
  });

  it('hold one of many values that come over many connections at the same moment', async () => {
    const round = await storeRecords();
    const values = ['1', '2', '4', '8', '16', '32'];
    const connections = values.map(() => (dialect === 'postgres' ? connect(getUrl()) : undefined));
    const enterOver = (db: Db, value: string) => accept(db, [entry(round, { 'q1-3-a': value })]);
    const outcomes = await Promise.all(
      values.map((value, index) => enterOver(connections[index]?.db ?? getDb(), value)),
    );
    await Promise.all(connections.map((connection) => connection?.close()));
    expect(outcomes).toEqual(values.map(() => ['accepted']));
    expect(values.map(Number)).toContain((await figuresOf(round))['1-3-a']);
    await expectOneRecord(round);
  });

  it('are put right by the next entry where earlier ones were added up', async () => {
    const round = await storeRecords();
    const { response } = entry(round, { 'q1-3-a': '3', 'q1-3-b': '1' });
    const added = [
      { ...response, id: randomness.newId() },
      { ...response, id: randomness.newId(), answers: { 'q1-3-a': '5', 'q1-3-b': '1' } },
    ];
    await insertResponses(getDb(), { roundId: round.id, responses: added });
    await addToTally(getDb(), { roundId: round.id, counts: tabulateRound(round, added) });
    const waiting = { roundId: round.id, id: randomness.newId(), response };
    await insertIntake(getDb(), [waiting]);
    await enter(round, { 'q1-3-a': '5' });
    // Nobody has corrected the other figure yet: it stays what it was, what waited for mixing included.
    expect(await figuresOf(round)).toEqual({ '1-3-a': 5, '1-3-b': 3 });
    expect(await listDifferences(round)).toEqual([]);
    await enter(round, { 'q1-3-a': '5', 'q1-3-b': '1' });
    expect(await figuresOf(round)).toEqual({ '1-3-a': 5, '1-3-b': 1 });
    await expectOneRecord(round);
  });

  it('become final as they were entered last, and take no entry after that', async () => {
    const round = await storeRecords();
    await enter(round, { 'q1-3-a': '3' }, { 'q1-3-a': '5' });
    await putRoundInState(getDb(), { roundId: round.id, from: 'open', to: 'closed' });
    const input = {
      ...{ plan, roundId: round.id, now, softwareVersion: 'test', randomness, actor: null },
      mover: 'staff' as const,
      afterwards: async () => {},
    };
    const outcome = await finaliseResults(getDb(), input);
    expect(outcome.kind === 'finalised' && outcome.results.map(({ result }) => result.value)).toEqual([5]);
    expect(await accept(getDb(), [entry(round, { 'q1-3-a': '9' })])).toEqual(['not_open']);
    expect(await figuresOf(round)).toEqual({ '1-3-a': 5 });
  });

  it('leave the answers of other rounds to be counted one by one', async () => {
    const records = await storeRecords();
    const visits = await storeRound(getDb(), { audience: 'mystery-shoppers', questionnaire });
    const batch = [visits, records, visits, records].map((round, index) =>
      entry(round, { 'q1-3-a': String(index + 1) }),
    );
    await accept(getDb(), batch);
    await mixRound(getDb(), { roundId: visits.id, minimum: 1, randomness });
    expect(await figuresOf(visits)).toEqual({ '1-3-a': 4 });
    expect(await figuresOf(records)).toEqual({ '1-3-a': 4 });
    expect(await nResponses(getDb(), visits.id)).toBe(2);
  });
});
