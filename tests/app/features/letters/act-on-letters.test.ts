import { describe, expect, it } from 'vitest';
import { actOnLetters } from '#app/features/letters/act-on-letters.server.ts';
import { listCodeBatches } from '#db/queries/access-code.ts';
import type { Round } from '#surveys/round/round.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { makeAccount } from '#tests/helpers/make-account.ts';
import { now } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

describe('the form of letters', () => {
  const getServices = useServices({ now, prepare: ({ usedCodes }) => usedCodes.open() });
  const store = () => storeRound(getServices().services.db, { access: 'code' });
  const send = async (round: Round, fields: Record<string, string>) => {
    const by = await makeAccount(getServices().services.db);
    return actOnLetters(getServices().context({ form: new URLSearchParams(fields) }), { by, round });
  };

  it('takes numbers as people type them', async () => {
    const round = await store();
    expect(await send(round, { action: 'order', 'n-0': ' １，２００ ' })).toEqual({ kind: 'done' });
    expect(await send(round, { action: 'order', 'n-0': '1.5' })).toEqual({
      kind: 'refused',
      message: '通数は、0以上の整数で入力してください。',
    });
    expect(await send(round, { action: 'order' })).toEqual({
      kind: 'refused',
      message: '通数を1つ以上入力してください。',
    });
    const batches = await listCodeBatches(getServices().services.db, round.id);
    expect(batches.map(({ nCodes }) => nCodes)).toEqual([1_200]);
  });

  it('says which letter was changed, and asks what to do with it where nothing was chosen', async () => {
    const round = await store();
    await send(round, { action: 'order', 'n-0': '2' });
    await getServices().services.codeMaker.drain();
    expect(await send(round, { action: 'letter', letter: '2', change: 'void' })).toEqual({
      kind: 'changed',
      action: 'void',
      serial: 2,
    });
    expect(await send(round, { action: 'letter', letter: '1' })).toEqual({
      kind: 'refused',
      message: '手続きを選んでください。',
    });
    expect(await send(round, { action: 'letter', letter: '7', change: 'void' })).toMatchObject({
      message: expect.stringContaining('この調査回にありません'),
    });
    expect(await send(round, { action: 'seal', batch: '1' })).toEqual({ kind: 'done' });
  });

  it.each([{}, { action: 'burn' }, { action: 'seal', batch: '' }, { action: 'seal', batch: '1.5' }])(
    'turns away what no page of ours sends (%j)',
    async (fields) => {
      await expect(send(await store(), fields)).rejects.toMatchObject({ status: 400 });
    },
  );
});
