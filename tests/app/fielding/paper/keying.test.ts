import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { keyForm } from '#app/features/keying/key-form.server.ts';
import { loadOpenForms } from '#app/features/keying/load-open-forms.server.ts';
import { settleMismatch } from '#app/features/keying/settle-mismatch.server.ts';
import { hashOfCode } from '#app/fielding/codes/access-codes.ts';
import { createSecrets } from '#app/fielding/secrets.ts';
import type { Db } from '#db/connect.ts';
import { type Account, insertAccount } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { countOpenForms } from '#db/queries/keyed-entry.ts';
import { listKeyingCounts } from '#db/queries/keying-count.ts';
import { paperKey } from '#surveys/response/submission-key.ts';
import { formCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, makeSubmission, now, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { testSecret, useServices } from '#tests/helpers/services.ts';

const secrets = createSecrets(testSecret);

type Fields = Readonly<Record<string, string>>;

async function makeAccount(db: Db, displayName: string): Promise<Account> {
  const id = randomUUID();
  const account = { id, name: id, displayName, role: 'staff', isDisabled: false } as const;
  await insertAccount(db, { ...account, passwordHash: 'hash' });
  return account;
}

async function makeStaff(db: Db) {
  const names = ['一郎', '二郎', '三郎'] as const;
  const [a, b, c] = await Promise.all(names.map((name) => makeAccount(db, name)));
  if (!a || !b || !c) throw new Error('no staff');
  return { a, b, c };
}

async function storedAnswers(db: Db, round: Round): Promise<readonly unknown[]> {
  const rows = await db.selectFrom('intake').select('answers').where('round_id', '=', round.id).execute();
  return rows.map(({ answers }) => JSON.parse(answers));
}

const actionsOf = async (db: Db, round: Round) =>
  (await listAuditEntries(db, { objectId: round.id, limit: 50 })).map(({ action, detail }) => ({
    action,
    detail,
  }));

/** Codes of a round, the first `nUsed` of them used up. */
async function storeCodes(db: Db, { id: roundId }: Round, nCodes: number, nUsed: number) {
  const codes = Array.from({ length: nCodes }, (_, index) => formCode(BigInt(index)));
  const rows = codes.map((code, index) => ({
    round_id: roundId,
    code_hash: hashOfCode(secrets, roundId, code),
    serial: index + 1,
    batch: 1,
    stratum: 'north',
    state: index < nUsed ? 'used' : 'issued',
    key_hash: index < nUsed ? 'another answer' : null,
  }));
  await db.insertInto('access_code').values(rows).execute();
  return codes.map((code) => code as string);
}

describeOnEachDatabase('keying paper forms', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection, prepare: ({ usedCodes }) => usedCodes.open() });
  /** A minute later with each request: entries are told apart by when they were keyed. */
  let instant = Date.parse(now);
  const contextOf = (fields: Fields = {}) => {
    instant += 60_000;
    getServices().setNow(new Date(instant).toISOString());
    return getServices().context({ form: new URLSearchParams(fields) });
  };
  const key = (round: Round, account: Account, fields: Fields) => keyForm(contextOf(fields), round, account);
  const change = (round: Round, account: Account, fields: Fields) =>
    settleMismatch(contextOf(fields), round, account);
  const view = (round: Round, account: Account) => loadOpenForms(contextOf(), round, account.id);

  it('lists a form that one person keyed, and lets that person take it back', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b } = await makeStaff(db);
    for (const serial of ['10', '9999', '9']) await key(round, a, { _serial: serial });
    expect((await view(round, b)).waiting).toMatchObject([
      { name: '一郎', isOwn: false, serials: ['9', '10', '9999'] },
    ]);
    expect(await change(round, a, { action: 'withdraw', serial: '9999' })).toEqual({
      kind: 'withdrawn',
      serial: '9999',
      isOwn: true,
    });
    expect(await change(round, a, { action: 'withdraw', serial: '9999' })).toMatchObject({
      kind: 'not_withdrawn',
    });
    expect(await countOpenForms(db, round.id)).toBe(2);
    expect((await actionsOf(db, round))[0]).toEqual({
      action: 'paper.taken_back',
      detail: { paperSerial: '9999' },
    });
  });

  it('lets anybody discard the only entry of a form, and nobody an entry of two', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { _serial: '1' });
    expect(await change(round, b, { action: 'withdraw', serial: '1' })).toMatchObject({ isOwn: false });
    expect((await actionsOf(db, round))[0]).toMatchObject({ action: 'paper.discarded' });
    await key(round, a, { _serial: '2', visited: '1' });
    await key(round, b, { _serial: '2', visited: '2' });
    expect(await change(round, c, { action: 'withdraw', serial: '2' })).toEqual({
      kind: 'not_withdrawn',
      reason: 'keyed_by_two',
    });
    expect(await change(round, b, { action: 'withdraw', serial: '2' })).toMatchObject({ isOwn: true });
    expect((await view(round, c)).waiting).toMatchObject([{ serials: ['2'] }]);
  });

  it('closes a keyed form whose serial came in with a sheet, and says that it is accepted', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b } = await makeStaff(db);
    await key(round, a, { _serial: '5', visited: '1' });
    await key(round, a, { _serial: '6', visited: '1' });
    for (const serial of ['5', '6']) {
      const keyHash = secrets.submissionKeyHash(round.id, paperKey(serial));
      await accept(db, [makeSubmission(round, {}, { keyHash, channel: 'paper' })]);
    }
    expect(await key(round, b, { _serial: '5', visited: '1' })).toMatchObject({ reason: 'settled' });
    expect(await countOpenForms(db, round.id)).toBe(1);
    expect((await view(round, a)).waiting).toEqual([]);
    expect(await countOpenForms(db, round.id)).toBe(0);
  });

  it('never counts a form with a used code unless somebody says that the paper carries none', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code' });
    const [used = '', fresh = ''] = await storeCodes(db, round, 2, 1);
    const { a, b, c } = await makeStaff(db);
    for (const serial of ['1', '2']) {
      const fields = { _serial: serial, _code: used, visited: '2' };
      await key(round, a, fields);
      expect(await key(round, b, fields)).toMatchObject({ outcome: 'code_used' });
    }
    expect((await view(round, c)).mismatches).toMatchObject([
      { serial: '1', differences: [], agreedCode: 'used' },
      { serial: '2', agreedCode: 'used' },
    ]);
    const settle = (fields: Fields) => change(round, c, { action: 'settle', serial: '1', ...fields });
    expect(await settle({ 'other:_code': '' })).toMatchObject({
      kind: 'invalid',
      errors: { _code: expect.stringMatching('確かめて') },
    });
    expect(await settle({ 'other:_code': fresh, 'choice:_code': 'none' })).toMatchObject({ kind: 'invalid' });
    expect(await settle({ 'choice:_code': 'first' })).toMatchObject({ outcome: 'code_used' });
    expect(await storedAnswers(db, round)).toEqual([]);
    expect(await settle({ 'choice:_code': 'none' })).toEqual({ kind: 'settled', serial: '1' });
    expect((await actionsOf(db, round))[0]).toEqual({
      action: 'paper.settled',
      detail: { paperSerial: '1', withoutCode: true },
    });
    expect(await change(round, c, { action: 'discard', serial: '2' })).toMatchObject({
      kind: 'discarded',
    });
    expect(await storedAnswers(db, round)).toHaveLength(1);
  });

  it('has every field that differs decided, and none beforehand', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code' });
    const [left = '', right = ''] = await storeCodes(db, round, 2, 0);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { _serial: '1', _code: left, visited: '1', feel: '1', media: '1', sex: '1' });
    await key(round, b, { _serial: '1', _code: right, visited: '1', feel: '2', media: '12' });
    const settle = (fields: Fields) => change(round, c, { action: 'settle', serial: '1', ...fields });
    const untouched = await settle({});
    expect(untouched.kind === 'invalid' && Object.keys(untouched.errors)).toEqual([
      '_code',
      'feel',
      'media',
      'sex',
    ]);
    const decisions = { 'choice:_code': 'second', 'choice:feel': 'other', 'other:feel': '3' };
    expect(await settle({ ...decisions, 'choice:media': 'second' })).toMatchObject({
      kind: 'invalid',
      errors: { sex: expect.stringMatching('選んで') },
    });
    const all = { ...decisions, 'choice:media': 'second', 'choice:sex': 'none' };
    expect(await settle(all)).toMatchObject({ kind: 'settled' });
    expect(await storedAnswers(db, round)).toEqual([
      { visited: 'yes', feel: 'disagree', media: ['web', 'paper'] },
    ]);
    expect(await listKeyingCounts(db, round.id)).toEqual([
      { questionId: '_form', nKeyed: 2, nWrong: 0 },
      { questionId: 'age', nKeyed: 2, nWrong: 0 },
      { questionId: 'feel', nKeyed: 2, nWrong: 2 },
      { questionId: 'media', nKeyed: 2, nWrong: 1 },
      { questionId: 'sex', nKeyed: 2, nWrong: 1 },
      { questionId: 'visited', nKeyed: 2, nWrong: 0 },
    ]);
  });

  it('takes no decision on entries that were keyed anew meanwhile', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { _serial: '1', visited: '2', media: '1' });
    await key(round, b, { _serial: '1', visited: '2', media: '2' });
    const [before] = (await view(round, c)).mismatches;
    await change(round, a, { action: 'withdraw', serial: '1' });
    await key(round, a, { _serial: '1', visited: '2' });
    const settle = (seen = '') =>
      change(round, c, { action: 'settle', serial: '1', 'choice:media': 'second', seen });
    expect(await settle(before?.seen)).toEqual({ kind: 'keyed_anew', serial: '1' });
    expect(await storedAnswers(db, round)).toEqual([]);
    const [after] = (await view(round, c)).mismatches;
    expect(await settle(after?.seen)).toMatchObject({ kind: 'settled' });
  });

  it('asks for what only the decided filter asks, which nobody keyed', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { _serial: '1', visited: '2' });
    await key(round, b, { _serial: '1' });
    const settle = (fields: Fields) => change(round, c, { action: 'settle', serial: '1', ...fields });
    const yes = { 'choice:visited': 'other', 'other:visited': '1' };
    const asked = await settle(yes);
    expect(asked).toMatchObject({ kind: 'invalid', neverKeyed: [{ field: 'feel' }] });
    expect(asked.kind === 'invalid' && Object.keys(asked.errors)).toEqual(['feel']);
    expect(await storedAnswers(db, round)).toEqual([]);
    expect(await settle({ ...yes, 'other:feel': '1' })).toMatchObject({ kind: 'settled' });
    expect(await storedAnswers(db, round)).toEqual([{ visited: 'yes', feel: 'agree' }]);
  });

  it('has a used code decided beside whatever else differs', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code' });
    const [used = '', fresh = ''] = await storeCodes(db, round, 2, 1);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { _serial: '1', _code: used, visited: '2', media: '1' });
    await key(round, b, { _serial: '1', _code: used, visited: '2', media: '2' });
    expect((await view(round, c)).mismatches).toMatchObject([
      { differences: [{ field: '_code' }, { field: 'media' }], agreedCode: null },
    ]);
    const settle = (fields: Fields) =>
      change(round, c, { action: 'settle', serial: '1', 'choice:media': 'first', ...fields });
    expect(await settle({})).toMatchObject({ errors: { _code: expect.stringMatching('コード') } });
    expect(await settle({ 'other:_code': fresh })).toMatchObject({ kind: 'settled' });
    expect(await storedAnswers(db, round)).toEqual([{ visited: 'no', media: ['web'] }]);
  });

  it('does not ask to decide what the decided filter leaves out', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { _serial: '1', visited: '1', feel: '1' });
    await key(round, b, { _serial: '1', visited: '2' });
    const fields = { action: 'settle', serial: '1' };
    expect(await change(round, c, { ...fields, 'choice:visited': 'first' })).toMatchObject({
      errors: { feel: expect.stringMatching('選んで') },
    });
    expect(await change(round, c, { ...fields, 'choice:visited': 'second' })).toMatchObject({
      kind: 'settled',
    });
    expect(await storedAnswers(db, round)).toEqual([{ visited: 'no' }]);
  });

  it('takes a comment that differs in commas and line ends only, as the first wrote it', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b } = await makeStaff(db);
    await key(round, a, { _serial: '1', opinion: '駅前が暗い。\r\n街灯を、ふやして' });
    expect(await key(round, b, { _serial: '1', opinion: '駅前が暗い 街灯をふやして！' })).toMatchObject({
      outcome: 'accepted',
    });
    expect(await storedAnswers(db, round)).toEqual([{ opinion: '駅前が暗い。\n街灯を、ふやして' }]);
  });
});
