import { expect, it } from 'vitest';
import { changeLetter, type LetterAction, sealBatch } from '#app/fielding/codes/change-letter.ts';
import { inviteByName } from '#app/fielding/codes/invite-by-name.ts';
import { loadCodesOverview } from '#app/fielding/codes/load-codes-overview.ts';
import { orderBatch } from '#app/fielding/codes/make-codes.ts';
import { orderCodes } from '#app/fielding/codes/order-codes.ts';
import { takeLetters, takeReminders } from '#app/fielding/codes/take-letters.ts';
import { listCodes } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { sealCodes } from '#db/queries/code-state.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, makeSubmission, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { makeAccount } from '#tests/helpers/make-account.ts';
import { now } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const refusedFor = (kind: string, parameters: object = {}) => ({
  kind: 'refused',
  refusal: { kind, ...parameters },
});

describeOnEachDatabase('letters with codes', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection, now, prepare: ({ usedCodes }) => usedCodes.open() });
  const storeCoded = (changes: Partial<Round> = {}) => storeRound(getDb(), { access: 'code', ...changes });
  const order = async (round: Round, n: number, by?: Account) => {
    const { services } = getServices();
    const counts = [{ stratum: 'all', n }];
    const result = await orderCodes(services, { by: by ?? (await makeAccount(getDb())), round, counts });
    await services.codeMaker.drain();
    return result;
  };
  const use = async (round: Round, serial: number) => {
    const code = (await listCodes(getDb(), { roundId: round.id })).find((one) => one.serial === serial);
    const admission = { kind: 'code', codeHash: code?.codeHash ?? '' } as const;
    expect(await accept(getDb(), [makeSubmission(round, {}, { admission })])).toEqual(['accepted']);
  };
  const change = async (round: Round, letter: string, action: LetterAction) =>
    changeLetter(getServices().services, { by: await makeAccount(getDb()), round, letter, action });
  const lastEntries = async (round: Round, limit: number) =>
    (await listAuditEntries(getDb(), { objectId: round.id, limit })).map(({ action, detail }) => ({
      action,
      detail,
    }));

  it('are ordered by stratum, at most as many as a round may have, and only while they may be made', async () => {
    const round = await storeCoded();
    expect(await order(round, 2)).toEqual({ kind: 'ordered' });
    expect(await lastEntries(round, 1)).toEqual([
      { action: 'codes.ordered', detail: { batch: 1, letters: 2 } },
    ]);
    expect(await order(round, 0)).toEqual(refusedFor('nothing_ordered'));
    expect(await order(round, 299_999)).toEqual(refusedFor('too_many_codes', { maximum: 300_000 }));
    expect(await order(await storeRound(getDb()), 1)).toEqual(refusedFor('no_codes_asked'));
    expect(await order(await storeCoded({ audience: 'organisations' }), 1)).toEqual(
      refusedFor('asked_by_name'),
    );
    expect(await order(await storeCoded({ state: 'closed' }), 1)).toEqual(refusedFor('codes_closed'));
    expect(await loadCodesOverview(getServices().services, round)).toMatchObject({
      lacksCodes: false,
      strata: [{ stratum: 'all', counts: { issued: 2, used: 0 } }],
      batches: [{ batch: 1, nCodes: 2, nMade: 2, isSealed: false }],
    });
  });

  it('are never more than a round may have, though two are ordering at the same time', async () => {
    const round = await storeCoded();
    const order = {
      roundId: round.id,
      strata: [{ stratum: 'all', n: 299_995 }],
      seed: 'seed',
      createdAt: now,
    };
    await orderBatch(getDb(), order);
    await sealCodes(getDb(), { roundId: round.id });
    const { services } = getServices();
    const by = await makeAccount(getDb());
    const orders = [1, 2].map(() => orderCodes(services, { by, round, counts: [{ stratum: 'all', n: 3 }] }));
    expect((await Promise.all(orders)).map(({ kind }) => kind).sort()).toEqual(['ordered', 'refused']);
    await services.codeMaker.drain();
    expect(await listCodes(getDb(), { roundId: round.id })).toHaveLength(3);
  });

  it('are withdrawn, returned or replaced by number or code, once, and never when answered', async () => {
    const round = await storeCoded();
    await order(round, 4);
    const { services } = getServices();
    const by = await makeAccount(getDb());
    const taken = await takeLetters(services, { by, round, batch: 1, as: 'csv' });
    const code = taken.kind === 'taken' ? (taken.letters[1]?.code ?? '') : '';
    await use(round, 1);
    expect(await change(round, '1', 'void')).toEqual(refusedFor('letter_ended', { serial: 1 }));
    expect(await lastEntries(round, 1)).toEqual([{ action: 'letter.refused', detail: { serial: 1 } }]);
    expect(await change(round, ` ${code.toLowerCase()} `, 'returned')).toEqual({
      kind: 'changed',
      serial: 2,
    });
    expect(await change(round, '２', 'returned')).toEqual(refusedFor('letter_ended', { serial: 2 }));
    expect(await change(round, '3', 'reissue')).toEqual({ kind: 'changed', serial: 3 });
    expect(await lastEntries(round, 1)).toEqual([
      { action: 'letter.reissued', detail: { serial: 3, state: 'void', batch: 2, newSerial: 5 } },
    ]);
    expect(await change(round, '3', 'reissue')).toEqual(refusedFor('letter_ended', { serial: 3 }));
    for (const unknown of ['99', 'nothing', '']) {
      expect(await change(round, unknown, 'void')).toEqual(refusedFor('unknown_letter'));
    }
    await services.codeMaker.drain();
    expect((await listCodes(getDb(), { roundId: round.id })).map(({ state }) => state)).toEqual([
      'used',
      'returned',
      'void',
      'issued',
      'issued',
    ]);
    await getDb().updateTable('round').set({ state: 'closed' }).where('id', '=', round.id).execute();
    expect(await change(round, '4', 'void')).toEqual(refusedFor('codes_closed'));
  });

  it('are read by name of the reader, as long as they are whole and not sealed', async () => {
    const round = await storeCoded();
    const { services } = getServices();
    const by = await makeAccount(getDb());
    const take = (batch: number) => takeLetters(services, { by, round, batch, as: 'letters' });
    expect(await take(1)).toEqual(refusedFor('unknown_batch'));
    await order(round, 3);
    await change(round, '2', 'void');
    expect(await take(1)).toMatchObject({
      kind: 'taken',
      letters: [
        { serial: 1, stratum: 'all' },
        { serial: 3, stratum: 'all' },
      ],
    });
    expect(await lastEntries(round, 1)).toEqual([
      { action: 'codes.exported', detail: { batch: 1, letters: 2, as: 'letters' } },
    ]);
    await getDb()
      .updateTable('access_code_batch')
      .set({ n_made: 2 })
      .where('round_id', '=', round.id)
      .execute();
    expect(await take(1)).toEqual(refusedFor('not_made_yet'));
    await getDb()
      .updateTable('access_code_batch')
      .set({ n_made: 3 })
      .where('round_id', '=', round.id)
      .execute();
    await sealBatch(services, { by, round, batch: 1 });
    expect(await take(1)).toEqual(refusedFor('sealed'));
    expect(await lastEntries(round, 1)).toEqual([{ action: 'codes.sealed', detail: { batch: 1 } }]);
  });

  it('are reminded of without codes, or with those of the unanswered where residents were told so', async () => {
    const { services } = getServices();
    const by = await makeAccount(getDb());
    for (const reminder of ['everyone', 'unused'] as const) {
      const round = await storeCoded({ reminder });
      await order(round, 3);
      await use(round, 1);
      await change(round, '2', 'returned');
      const take = () => takeReminders(services, { by, round, as: 'csv' });
      const serials = reminder === 'everyone' ? [1, 3] : [3];
      const taken = await take();
      expect(taken.map(({ serial }) => serial)).toEqual(serials);
      expect(taken.map(({ code }) => code === undefined)).toEqual(serials.map(() => reminder === 'everyone'));
      expect(await lastEntries(round, 1)).toEqual([
        { action: 'reminder.exported', detail: { to: reminder, letters: serials.length, as: 'csv' } },
      ]);
      await sealBatch(services, { by, round, batch: 1 });
      expect((await take()).map(({ serial, code }) => [serial, code])).toEqual(
        serials.map((serial) => [serial, undefined]),
      );
    }
  });

  it('are made by name where everybody is told so', async () => {
    const { services } = getServices();
    const by = await makeAccount(getDb());
    const round = await storeCoded({ audience: 'mystery-shoppers' });
    const invite = (names: string, asked: Round = round) =>
      inviteByName(services, { by, round: asked, names });
    expect(await invite('北港会\n調査員A, 3')).toEqual({ kind: 'invited' });
    await services.codeMaker.drain();
    const codes = await listCodes(getDb(), { roundId: round.id });
    expect(codes.map(({ stratum }) => stratum)).toEqual(['北港会', '調査員A', '調査員A', '調査員A']);
    expect(await invite('  \n')).toEqual(refusedFor('no_names'));
    expect(await invite('A\nA\nB,0')).toEqual(
      refusedFor('wrong_lines', {
        problems: [
          { line: 2, kind: 'repeated' },
          { line: 3, kind: 'wrong_number' },
        ],
      }),
    );
    const many = Array.from({ length: 3_000 }, (_, i) => `団体${i},100`).join('\n');
    expect(await invite(many)).toEqual(refusedFor('too_many_codes', { maximum: 300_000 }));
    const open = await storeRound(getDb(), { audience: 'mystery-shoppers' });
    expect(await invite('A', open)).toEqual(refusedFor('no_codes_asked'));
    const closed = await storeCoded({ audience: 'mystery-shoppers', state: 'closed' });
    expect(await invite('A', closed)).toEqual(refusedFor('codes_closed'));
  });
});
