import { expect, it } from 'vitest';
import { answerSinglePage } from '#app/fielding/answer/single-page.ts';
import { findCode } from '#db/queries/access-code.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { Round } from '#surveys/round/round.ts';
import { storeLetterRound } from '#tests/app/fielding/answer/letter-fixture.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

describeOnEachDatabase('a questionnaire on one page', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection, now, prepare: ({ usedCodes }) => usedCodes.open() });
  const services = () => getServices().services;
  const answer = (round: Round, changes: Partial<Parameters<typeof answerSinglePage>[1]> = {}) =>
    answerSinglePage(services(), {
      round,
      typed: { visited: ['no'] },
      submissionKey: undefined,
      direction: 'next',
      locale: 'ja',
      typedCode: undefined,
      token: undefined,
      device: 'computer',
      clientIp: '10.0.0.1',
      ...changes,
    });

  async function review(round: Round, changes: Parameters<typeof answer>[1] = {}) {
    const answered = await answer(round, changes);
    if (answered.kind !== 'review') throw new Error(`no review: ${answered.kind}`);
    return answered;
  }

  it('is shown for review first, then sent once', async () => {
    const round = await storeRound(getDb());
    const { submissionKey, answers } = await review(round);
    expect(answers).toEqual({ visited: 'no' });
    expect(await nResponses(getDb(), round.id)).toBe(0);
    const sent = await answer(round, { submissionKey });
    expect(sent.kind).toBe('sent');
    expect(await answer(round, { submissionKey })).toEqual(sent);
    expect(await nResponses(getDb(), round.id)).toBe(1);
  });

  it('comes back with what is wrong, but not for another language', async () => {
    const round = await storeRound(getDb());
    const errors = [{ questionId: 'visited', error: { code: 'required' } }];
    expect(await answer(round, { typed: {} })).toEqual({ kind: 'questions', errors });
    expect(await answer(round, { typed: {}, direction: 'stay' })).toEqual({ kind: 'questions', errors: [] });
    expect(await answer(round, { typed: {}, submissionKey: 'k'.repeat(22) })).toMatchObject({ errors });
  });

  it('leads from the review back, and to the review in another language with the same key', async () => {
    const round = await storeRound(getDb());
    const { submissionKey } = await review(round);
    expect(await answer(round, { submissionKey, direction: 'back' })).toEqual({
      kind: 'questions',
      errors: [],
    });
    expect((await review(round, { submissionKey, direction: 'stay' })).submissionKey).toBe(submissionKey);
    expect(await nResponses(getDb(), round.id)).toBe(0);
  });

  it('looks at the code before the review, and uses it up with the answer alone', async () => {
    const { round, codes } = await storeLetterRound(services());
    const [typedCode = '', other = ''] = codes;
    expect(await answer(round)).toEqual({ kind: 'refused', obstacle: { kind: 'askAgain' } });
    expect(await answer(round, { typedCode: '' })).toEqual({ kind: 'refused', obstacle: { kind: 'empty' } });
    const { submissionKey } = await review(round, { typedCode });
    expect(await findCode(getDb(), { roundId: round.id, serial: 1 })).toMatchObject({ state: 'issued' });
    const sent = await answer(round, { typedCode, submissionKey });
    expect(sent.kind).toBe('sent');
    expect(await answer(round, { typedCode, submissionKey })).toEqual(sent);
    expect(await answer(round, { typedCode })).toEqual({ kind: 'used' });
    const second = await review(round, { typedCode: other });
    expect((await answer(round, { ...second, typedCode })).kind).toBe('code_used');
    const unknown = { ...second, typedCode: undefined, token: 'no code' };
    expect((await answer(round, unknown)).kind).toBe('code_refused');
  });
});
