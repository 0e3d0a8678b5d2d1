import { expect, it } from 'vitest';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { type FinalisingInput, finaliseRound } from '#app/fielding/rounds/finalise-round.ts';
import { eraseDeletedRows } from '#db/erase.ts';
import { upsertDraft } from '#db/queries/draft.ts';
import { countIntake } from '#db/queries/intake.ts';
import { listResponses } from '#db/queries/response.ts';
import { listRoundResults } from '#db/queries/result.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { listRoundSteps } from '#db/queries/round-step.ts';
import { hasSubmission } from '#db/queries/submission.ts';
import { respondentsMeasure } from '#surveys/aggregation/tally/tally.ts';
import type { Round } from '#surveys/round/round.ts';
import { makeResult } from '#tests/db/result-fixture.ts';
import { accept, acceptMany, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { closesAt, now } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

/** Stores one result that carries the number of respondents. */
const inputFor = (round: Round): FinalisingInput => ({
  roundId: round.id,
  randomness,
  actor: { id: 'clerk', name: '担当' },
  mover: 'staff',
  now,
  afterwards: async () => {},
  evaluate: (current, tally) => {
    const nRespondents = tally
      .filter(({ measure }) => measure === respondentsMeasure)
      .reduce((sum, { n }) => sum + n, 0);
    const result = makeResult(current);
    return [{ ...result, result: { ...result.result, n: nRespondents } }];
  },
});

const close = (round: Round) => ({ roundId: round.id, from: 'open', to: 'closed' }) as const;

describeOnEachDatabase('finaliseRound', (getDb) => {
  it('mixes the rest, stores the results, and destroys submission keys and drafts', async () => {
    const round = await storeRound(getDb());
    const other = await storeRound(getDb());
    await acceptMany(getDb(), round, 10);
    await mixRound(getDb(), { roundId: round.id, minimum: 10, randomness });
    const late = makeSubmission(round);
    const elsewhere = makeSubmission(other);
    await accept(getDb(), [late, makeSubmission(round), elsewhere]);
    const draft = { roundId: round.id, draftId: 'a', ciphertext: 'x', updatedAt: now, expiresAt: closesAt };
    await upsertDraft(getDb(), draft);
    await putRoundInState(getDb(), close(round));

    expect((await finaliseRound(getDb(), inputFor(round))).kind).toBe('finalised');
    expect((await findRoundStatus(getDb(), round.id))?.state).toBe('finalised');
    expect((await listRoundResults(getDb(), round.id)).map(({ result }) => result.n)).toEqual([12]);
    expect(await listResponses(getDb(), round.id)).toHaveLength(12);
    expect(await countIntake(getDb(), round.id)).toBe(0);
    expect(await hasSubmission(getDb(), late)).toBe(false);
    for (const table of ['submission', 'draft'] as const) {
      const left = await getDb().selectFrom(table).selectAll().where('round_id', '=', round.id).execute();
      expect(left).toEqual([]);
    }
    expect(await hasSubmission(getDb(), elsewhere)).toBe(true);
    expect(await accept(getDb(), [late])).toEqual(['not_open']);
  });

  it.each(['draft', 'open', 'finalised'] as const)('leaves a round that is %s as it is', async (state) => {
    const round = await storeRound(getDb(), { state });
    expect(await finaliseRound(getDb(), inputFor(round))).toEqual({
      kind: 'refused',
      refusal: { kind: 'wrong_state', state, from: ['closed'] },
    });
    expect(await listRoundResults(getDb(), round.id)).toEqual([]);
  });

  it('refuses when tally and responses disagree, and keeps everything', async () => {
    const round = await storeRound(getDb());
    const submission = makeSubmission(round);
    await accept(getDb(), [submission]);
    await acceptMany(getDb(), round, 9);
    await mixRound(getDb(), { roundId: round.id, minimum: 10, randomness });
    await putRoundInState(getDb(), close(round));
    const [response] = await listResponses(getDb(), round.id);
    await getDb()
      .deleteFrom('response')
      .where('round_id', '=', round.id)
      .where('id', '=', response?.id ?? '')
      .execute();
    const outcome = await finaliseRound(getDb(), inputFor(round));
    expect(outcome.kind).toBe('tally_disagrees');
    expect(outcome).toHaveProperty(
      'differences',
      expect.arrayContaining([
        expect.objectContaining({ measure: respondentsMeasure, nStored: 10, nRecounted: 9 }),
      ]),
    );
    expect((await findRoundStatus(getDb(), round.id))?.state).toBe('closed');
    expect(await hasSubmission(getDb(), submission)).toBe(true);
  });

  it('keeps everything when the results cannot be computed', async () => {
    const round = await storeRound(getDb(), { state: 'closed' });
    await accept(getDb(), [makeSubmission(round, { visited: 'no' }, { channel: 'paper' })]);
    const evaluate = () => {
      throw new Error('no estimate');
    };
    await expect(finaliseRound(getDb(), { ...inputFor(round), evaluate })).rejects.toThrow('no estimate');
    expect(await countIntake(getDb(), round.id)).toBe(1);
    expect((await findRoundStatus(getDb(), round.id))?.state).toBe('closed');
  });

  it('finalises a round that nobody answered', async () => {
    const round = await storeRound(getDb(), { state: 'closed' });
    expect((await finaliseRound(getDb(), { ...inputFor(round), evaluate: () => [] })).kind).toBe('finalised');
    expect(await eraseDeletedRows(getDb())).toBe(true);
  });

  it('notes the step in the same transaction as its log entry, or does not finalise at all', async () => {
    const round = await storeRound(getDb(), { state: 'closed' });
    const afterwards = async () => {
      throw new Error('no log');
    };
    await expect(finaliseRound(getDb(), { ...inputFor(round), afterwards })).rejects.toThrow('no log');
    expect((await findRoundStatus(getDb(), round.id))?.state).toBe('closed');
    expect(await listRoundSteps(getDb(), round.id)).toEqual([]);
    await finaliseRound(getDb(), { ...inputFor(round), evaluate: () => [] });
    const [step] = await listRoundSteps(getDb(), round.id);
    expect(step).toMatchObject({ transition: 'finalise', from: 'closed', to: 'finalised', at: now });
    expect(step?.actor?.id).toBe('clerk');
  });
});
