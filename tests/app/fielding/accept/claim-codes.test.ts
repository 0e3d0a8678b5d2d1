import { expect, it } from 'vitest';
import { connect, type Db } from '#db/connect.ts';
import { countCodes, findCode } from '#db/queries/access-code.ts';
import { withdrawCode } from '#db/queries/code-state.ts';
import { findDraft, upsertDraft } from '#db/queries/draft.ts';
import { nResponses } from '#db/queries/tally.ts';
import { makeCodedSubmission, storeCodeRound } from '#tests/db/code-fixture.ts';
import { accept, makeSubmission, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { closesAt, now } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

describeOnEachDatabase('acceptSubmissions with access codes', (getDb, { dialect, getUrl }) => {
  it('uses a code up with the answer it admits, and takes the stratum from it', async () => {
    const round = await storeCodeRound(getDb(), [
      { stratum: 'north', n: 1 },
      { stratum: 'south', n: 1 },
    ]);
    expect(await accept(getDb(), [makeCodedSubmission(round, 2)])).toEqual(['accepted']);
    const stored = await getDb()
      .selectFrom('intake')
      .select('stratum')
      .where('round_id', '=', round.id)
      .execute();
    expect(stored).toEqual([{ stratum: 'south' }]);
    expect(await findCode(getDb(), { roundId: round.id, serial: 2 })).toMatchObject({ state: 'used' });
    expect(await findCode(getDb(), { roundId: round.id, serial: 1 })).toMatchObject({ state: 'issued' });
  });

  it('repeats the outcome for the same key and refuses another, in one batch and later', async () => {
    const round = await storeCodeRound(getDb());
    const first = makeCodedSubmission(round, 1);
    const other = makeCodedSubmission(round, 1);
    expect(await accept(getDb(), [first, first, other])).toEqual(['accepted', 'repeated', 'code_used']);
    expect(await accept(getDb(), [other, first])).toEqual(['code_used', 'repeated']);
    expect(await nResponses(getDb(), round.id)).toBe(1);
  });

  it('does not use up a second code for a key that was accepted', async () => {
    const round = await storeCodeRound(getDb());
    const first = makeCodedSubmission(round, 1);
    const again = makeCodedSubmission(round, 2, {}, { keyHash: first.keyHash });
    const third = makeCodedSubmission(round, 3, {}, { keyHash: first.keyHash });
    expect(await accept(getDb(), [first, again])).toEqual(['accepted', 'repeated']);
    expect(await findCode(getDb(), { roundId: round.id, serial: 1 })).toMatchObject({ state: 'used' });
    expect(await accept(getDb(), [third])).toEqual(['repeated']);
    expect(await countCodes(getDb(), round.id)).toEqual([
      { stratum: 'north', state: 'issued', n: 2 },
      { stratum: 'north', state: 'used', n: 1 },
    ]);
  });

  it('refuses void, returned and unknown codes, and none at all', async () => {
    const round = await storeCodeRound(getDb());
    await withdrawCode(getDb(), { roundId: round.id, serial: 1, to: 'void' });
    await withdrawCode(getDb(), { roundId: round.id, serial: 2, to: 'returned' });
    const batch = [1, 2, 99].map((serial) => makeCodedSubmission(round, serial));
    const outcomes = await accept(getDb(), [...batch, makeSubmission(round)]);
    expect(outcomes).toEqual(Array(4).fill('code_refused'));
    expect(await nResponses(getDb(), round.id)).toBe(0);
  });

  it('knows no code of another round', async () => {
    const round = await storeCodeRound(getDb(), [{ stratum: 'north', n: 1 }]);
    const bigger = await storeCodeRound(getDb(), [{ stratum: 'north', n: 2 }]);
    expect(await accept(getDb(), [makeCodedSubmission(round, 2)])).toEqual(['code_refused']);
    expect(await accept(getDb(), [makeCodedSubmission(bigger, 2)])).toEqual(['accepted']);
  });

  it('takes paper without a code, and no code in an open round', async () => {
    const coded = await storeCodeRound(getDb());
    const open = await storeRound(getDb());
    const paper = makeSubmission(
      coded,
      {},
      { response: { ...makeSubmission(coded).response, channel: 'paper' } },
    );
    expect(await accept(getDb(), [paper, makeCodedSubmission(open, 1)])).toEqual([
      'accepted',
      'code_refused',
    ]);
  });

  it('leaves code and draft untouched when the round is closed', async () => {
    const round = await storeCodeRound(getDb());
    const draft = { roundId: round.id, draftId: 'd', ciphertext: 'x', updatedAt: now, expiresAt: closesAt };
    await upsertDraft(getDb(), draft);
    const used = makeCodedSubmission(round, 1);
    await accept(getDb(), [used]);
    const late = makeCodedSubmission(round, 1, {}, { draftId: 'd' });
    expect(await accept(getDb(), [late])).toEqual(['code_used']);
    expect(await findDraft(getDb(), draft)).toBe('x');
    await putRoundInState(getDb(), { roundId: round.id, from: 'open', to: 'closed' });
    expect(await accept(getDb(), [makeCodedSubmission(round, 2), used])).toEqual(['not_open', 'repeated']);
    expect(await findCode(getDb(), { roundId: round.id, serial: 2 })).toMatchObject({ state: 'issued' });
  });

  it('stores one answer of two hundred that are sent with one code at the same moment', async () => {
    const round = await storeCodeRound(getDb());
    const nConnections = dialect === 'postgres' ? 5 : 0;
    const connections = Array.from({ length: nConnections }, () => connect(getUrl()));
    const dbOf = (index: number): Db => connections[index % 5]?.db ?? getDb();
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, index) => accept(dbOf(index), [makeCodedSubmission(round, 1)])),
    );
    await Promise.all(connections.map(({ close }) => close()));
    expect(outcomes.flat().filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes.flat().filter((outcome) => outcome === 'code_used')).toHaveLength(199);
    expect(await nResponses(getDb(), round.id)).toBe(1);
  });

  it('settles batches that ask for the same codes in different orders', async () => {
    const nCodes = 40;
    const round = await storeCodeRound(getDb(), [{ stratum: 'north', n: nCodes }]);
    const serials = Array.from({ length: nCodes }, (_, index) => index + 1);
    const batches = Array.from({ length: 8 }, (_, index) =>
      (index % 2 === 0 ? serials : serials.toReversed()).map((serial) => makeCodedSubmission(round, serial)),
    );
    const outcomes = await Promise.all(batches.map((batch) => accept(getDb(), batch)));
    expect(outcomes.flat().filter((outcome) => outcome === 'accepted')).toHaveLength(nCodes);
    expect(await nResponses(getDb(), round.id)).toBe(nCodes);
  });
});
