import { expect, it } from 'vitest';
import { begin, beginWithCode } from '#app/fielding/answer/begin.ts';
import { findFieldedRound, findOpenRound } from '#app/fielding/answer/find-round.ts';
import { loadPage, loadReview } from '#app/fielding/answer/load-visit.ts';
import { savePage } from '#app/fielding/answer/save-page.ts';
import { submitDraft } from '#app/fielding/answer/submit-draft.ts';
import { findVisit } from '#app/fielding/answer/visit.ts';
import { findCode } from '#db/queries/access-code.ts';
import { listPageCounts } from '#db/queries/page-count.ts';
import { nResponses } from '#db/queries/tally.ts';
import { formatCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';
import { storeLetterRound } from '#tests/app/fielding/answer/letter-fixture.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { closesAt, now, opensAt } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';
import { useServices } from '#tests/helpers/services.ts';

const sender = { device: 'phone', clientIp: '10.0.0.1' } as const;
const plain = { wantedLocale: undefined, pageLocale: null } as const;

describeOnEachDatabase('a visit', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection, now, prepare: ({ usedCodes }) => usedCodes.open() });
  const services = () => getServices().services;

  const save = (
    round: Round,
    token: string | undefined,
    changes: Partial<Parameters<typeof savePage>[1]> = {},
  ) =>
    savePage(services(), {
      round,
      token,
      pageId: 'visit',
      typed: { visited: ['no'] },
      direction: 'next',
      isFromReview: false,
      wantedLocale: undefined,
      ...changes,
    });

  async function keyOf(round: Round, token: string): Promise<string> {
    const review = await loadReview(services(), { round, token });
    if (review.kind !== 'complete') throw new Error(`the visit is not complete: ${review.kind}`);
    return review.submissionKey;
  }

  const submit = (round: Round, token: string | undefined, submissionKey: string | undefined) =>
    submitDraft(services(), { round, token, submissionKey, ...plain, ...sender });

  it('goes on where it was left, and counts its steps once', async () => {
    const round = await storeRound(getDb());
    const begun = await begin(services(), { round, token: undefined, wantedLocale: null });
    expect(begun).toMatchObject({ locale: 'ja', next: { kind: 'page', id: 'visit' } });
    const { token } = begun;
    expect((await begin(services(), { round, token, wantedLocale: null })).token).toBe(token);
    expect(await save(round, token)).toMatchObject({ kind: 'saved', next: { kind: 'page', id: 'media' } });
    expect((await save(round, token)).kind).toBe('saved');
    expect((await begin(services(), { round, token, wantedLocale: null })).next).toEqual({ kind: 'review' });
    const steps = (await listPageCounts(getDb(), round.id)).map(({ n }) => n);
    expect(steps).toEqual([1, 1]);
  });

  it("stores nothing without a token, with a stranger's token, and for a page it is not asked", async () => {
    const round = await storeRound(getDb());
    const other = await storeRound(getDb());
    const { token } = await begin(services(), { round, token: undefined, wantedLocale: null });
    const noVisit = { kind: 'no_visit' };
    expect(await save(round, undefined)).toEqual(noVisit);
    expect(await save(round, 'somebody else')).toEqual(noVisit);
    expect(await save(other, token)).toEqual(noVisit);
    expect(await save(round, token, { pageId: 'nowhere' })).toEqual(noVisit);
    expect(await loadPage(services(), { round, token, pageId: 'nowhere' })).toBeUndefined();
    expect((await findVisit(services(), { round, token }))?.draft.answers).toEqual({});
  });

  it('keeps what was refused as it was typed, for its page and for the review', async () => {
    const round = await storeRound(getDb());
    const { token } = await begin(services(), { round, token: undefined, wantedLocale: null });
    expect(await loadReview(services(), { round, token })).toEqual({ kind: 'incomplete', pageId: 'visit' });
    await save(round, token);
    const typed = { nickname: ['a'.repeat(21)] };
    expect(await save(round, token, { pageId: 'texts', typed })).toMatchObject({
      kind: 'invalid',
      filled: { values: typed, errors: [{ questionId: 'nickname', error: { code: 'too_long' } }] },
    });
    const errors = [{ questionId: 'nickname' }];
    expect(await loadPage(services(), { round, token, pageId: 'texts' })).toMatchObject({
      saved: { values: { visited: ['no'], ...typed }, errors },
    });
    expect(await loadReview(services(), { round, token })).toMatchObject({ refused: errors });
  });

  it('is sent once, and gives a second tap the same receipt', async () => {
    const round = await storeRound(getDb());
    const { token } = await begin(services(), { round, token: undefined, wantedLocale: null });
    await save(round, token);
    const key = await keyOf(round, token);
    expect(await submit(round, token, 'a key of another review')).toMatchObject({ kind: 'nothing_sent' });
    const sent = await submit(round, token, key);
    expect(sent).toMatchObject({ kind: 'sent', receipt: expect.stringMatching(/^\d{4}-\d{4}-\d{4}$/) });
    expect(await findVisit(services(), { round, token })).toBeUndefined();
    expect(await submit(round, token, key)).toEqual(sent);
    expect(await submit(round, undefined, key)).toEqual(sent);
    expect((await submit(round, token, undefined)).kind).toBe('nothing_sent');
    expect(await nResponses(getDb(), round.id)).toBe(1);
  });

  it('sends nothing incomplete, nothing for another language, and nothing after the closing', async () => {
    const round = await storeRound(getDb());
    const { token } = await begin(services(), { round, token: undefined, wantedLocale: null });
    const key = (await findVisit(services(), { round, token }))?.draft.submissionKey;
    expect(await submit(round, token, key)).toMatchObject({ kind: 'incomplete', pageId: 'visit' });
    await save(round, token);
    const switched = { round, token, submissionKey: key, ...plain, wantedLocale: 'en', ...sender };
    expect(await submitDraft(services(), switched)).toEqual({ kind: 'language_changed', locale: 'ja' });
    await putRoundInState(getDb(), { roundId: round.id, from: 'open', to: 'closed' });
    expect((await submit(round, token, key)).kind).toBe('not_open');
    expect(await nResponses(getDb(), round.id)).toBe(0);
  });

  it('is found again by the code of its letter, however it is typed, and uses it up', async () => {
    const { round, codes } = await storeLetterRound(services());
    const code = codes[0] ?? '';
    const enter = (typedCode: string | undefined, token?: string) =>
      beginWithCode(services(), {
        round,
        typedCode,
        token,
        wantedLocale: null,
        clientIp: sender.clientIp,
      });
    const begun = await enter(formatCode(code).toLowerCase());
    if (begun.kind !== 'begun') throw new Error('the code did not open the round');
    await save(round, begun.token);
    expect(await enter(code)).toMatchObject({ token: begun.token, next: { kind: 'review' } });
    expect(await enter(undefined, begun.token)).toMatchObject({ token: begun.token });
    const refused = (kind: string) => ({ kind: 'refused', obstacle: { kind } });
    expect(await enter('', begun.token)).toEqual(refused('empty'));
    expect(await enter(undefined)).toEqual(refused('askAgain'));
    expect(await enter(undefined, 'no code')).toEqual(refused('unknown'));
    expect((await submit(round, begun.token, await keyOf(round, begun.token))).kind).toBe('sent');
    expect(await findCode(getDb(), { roundId: round.id, serial: 1 })).toMatchObject({ state: 'used' });
    expect(await enter(code)).toEqual({ kind: 'used' });
  });
});

describeOnEachDatabase('the round of a visit', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection, now });
  const services = () => getServices().services;

  it('can be answered between its dates', async () => {
    const { id } = await storeRound(getDb());
    const at = async (instant: string) => {
      getServices().setNow(instant);
      return (await findOpenRound(services(), id)).kind;
    };
    expect(await at('2026-10-31T23:59:59.999Z')).toBe('not_open_yet');
    expect(await at(opensAt)).toBe('open');
    expect(await at('2026-11-30T23:59:59.999Z')).toBe('open');
    expect(await at(closesAt)).toBe('closed');
    getServices().setNow(now);
  });

  it("is known to residents from its opening on, and the ward's own never", async () => {
    const [draft, closed, own] = [
      await storeRound(getDb(), { state: 'draft' }),
      await storeRound(getDb(), { state: 'closed' }),
      await storeRound(getDb(), { audience: 'ward-records' }),
    ];
    const look = async ({ id }: Pick<Round, 'id'>) => [
      (await findOpenRound(services(), id)).kind,
      (await findFieldedRound(services(), id))?.id,
    ];
    expect(await look(draft)).toEqual(['not_open_yet', undefined]);
    expect(await look(closed)).toEqual(['closed', closed.id]);
    expect(await look(own)).toEqual(['unknown', undefined]);
    expect(await look({ id: '' })).toEqual(['unknown', undefined]);
  });
});
