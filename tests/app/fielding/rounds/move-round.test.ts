import { expect, it } from 'vitest';
import { moveRound, type RoundMove } from '#app/fielding/rounds/move-round.ts';
import { listCodeBatches, listCodes } from '#db/queries/access-code.ts';
import { insertResults, listRoundResults } from '#db/queries/result.ts';
import { findRound } from '#db/queries/round.ts';
import { findRequest, listRoundSteps } from '#db/queries/round-step.ts';
import { storeCodeRound } from '#tests/db/code-fixture.ts';
import { makeResult } from '#tests/db/result-fixture.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';

const clerk = { id: 'clerk', name: '担当' };
const boss = { id: 'boss', name: '課長' };

const move = (roundId: string, changes: Partial<RoundMove>): RoundMove => ({
  roundId,
  transition: 'request',
  actor: clerk,
  mover: 'staff',
  needsFourEyes: true,
  note: '',
  newClosesAt: null,
  seenRequest: null,
  now,
  afterwards: async () => {},
  ...changes,
});

const approve = { transition: 'approve', actor: boss, mover: 'manager' } as const;

describeOnEachDatabase('moving a round', (getDb) => {
  it('goes from a request by approval and clock to the closing, each step written down', async () => {
    const { id } = await storeRound(getDb(), { state: 'draft' });
    await moveRound(getDb(), move(id, { note: 'お願いします' }));
    expect(await findRequest(getDb(), id)).toEqual({ step: 1, actorId: 'clerk' });
    await moveRound(getDb(), move(id, { ...approve, seenRequest: 1 }));
    await moveRound(getDb(), move(id, { transition: 'open', actor: null, mover: 'clock' }));
    await moveRound(getDb(), move(id, { transition: 'close' }));
    const steps = await listRoundSteps(getDb(), id);
    expect(steps.map(({ step, transition, to, actor, note }) => [step, transition, to, actor, note])).toEqual(
      [
        [1, 'request', 'approval_requested', clerk, 'お願いします'],
        [2, 'approve', 'approved', boss, ''],
        [3, 'open', 'open', null, ''],
        [4, 'close', 'closed', clerk, ''],
      ],
    );
  });

  it('changes nothing when its rules refuse, and says why', async () => {
    const { id } = await storeRound(getDb(), { state: 'draft' });
    const outcome = await moveRound(getDb(), move(id, { transition: 'finalise' }));
    expect(outcome).toEqual({
      kind: 'refused',
      refusal: { kind: 'wrong_state', state: 'draft', from: ['closed'] },
    });
    expect(await listRoundSteps(getDb(), id)).toEqual([]);
    expect(await moveRound(getDb(), move('nowhere', {}))).toMatchObject({
      refusal: { kind: 'unknown_round' },
    });
  });

  it('lets nobody approve the own request, nor a request made after the one looked at', async () => {
    const { id } = await storeRound(getDb(), { state: 'draft' });
    await moveRound(getDb(), move(id, {}));
    const own = await moveRound(getDb(), move(id, { ...approve, actor: clerk, seenRequest: 1 }));
    expect(own).toMatchObject({ refusal: { kind: 'own_request' } });
    await moveRound(getDb(), move(id, { transition: 'return', note: '日程を直す' }));
    await moveRound(getDb(), move(id, {}));
    const stale = await moveRound(getDb(), move(id, { ...approve, seenRequest: 1 }));
    expect(stale).toMatchObject({ refusal: { kind: 'changed_since' } });
    expect((await findRound(getDb(), id))?.state).toBe('approval_requested');
  });

  it('moves the closing of an extension', async () => {
    const { id } = await storeRound(getDb());
    const newClosesAt = '2026-12-10T00:00:00.000Z';
    await moveRound(getDb(), move(id, { transition: 'extend', note: '回収が遅れている', newClosesAt }));
    expect(await findRound(getDb(), id)).toMatchObject({ state: 'open', closesAt: newClosesAt });
  });

  it('destroys what codes can be read from with the closing, whoever closes', async () => {
    const { id } = await storeCodeRound(getDb(), undefined, { closesAt: now });
    await moveRound(getDb(), move(id, { transition: 'close', actor: null, mover: 'clock' }));
    expect((await listCodeBatches(getDb(), id)).map(({ seed }) => seed)).toEqual([null]);
    expect((await listCodes(getDb(), { roundId: id })).map(({ state }) => state)).toEqual(
      Array(3).fill('issued'),
    );
  });

  it('withdraws the letters of an approved round that goes back into preparation', async () => {
    const { id } = await storeCodeRound(getDb(), undefined, { state: 'approved' });
    await moveRound(getDb(), move(id, { transition: 'return', note: '設問を直す' }));
    expect((await listCodes(getDb(), { roundId: id })).map(({ state }) => state)).toEqual(
      Array(3).fill('void'),
    );
    expect((await listCodeBatches(getDb(), id)).map(({ seed }) => seed)).toEqual([null]);
  });

  it('publishes the final results together with the round', async () => {
    const round = await storeRound(getDb(), { state: 'finalised' });
    const { id } = round;
    await insertResults(getDb(), [makeResult(round)]);
    await moveRound(getDb(), move(id, { transition: 'publish', actor: boss, mover: 'manager' }));
    expect((await findRound(getDb(), id))?.state).toBe('published');
    expect((await listRoundResults(getDb(), id)).map(({ state }) => state)).toEqual(['published']);
  });

  it('undoes the move when what comes afterwards fails', async () => {
    const { id } = await storeRound(getDb(), { state: 'draft' });
    const failing = move(id, {
      afterwards: async () => {
        throw new Error('no log');
      },
    });
    await expect(moveRound(getDb(), failing)).rejects.toThrow('no log');
    expect((await findRound(getDb(), id))?.state).toBe('draft');
  });

  it('lets one of many who try at once succeed', async () => {
    const { id } = await storeRound(getDb(), { state: 'approved' });
    const open = move(id, { transition: 'open', actor: null, mover: 'clock' });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => moveRound(getDb(), open)));
    expect(outcomes.filter(({ kind }) => kind === 'moved')).toHaveLength(1);
    expect(await listRoundSteps(getDb(), id)).toHaveLength(1);
  });
});
