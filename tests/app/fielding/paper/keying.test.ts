import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { hashOfCode } from '#app/fielding/codes/access-codes.ts';
import type { Choice, Decision } from '#app/fielding/paper/decide-differences.ts';
import { keyForm } from '#app/fielding/paper/key-form.ts';
import { loadKeying } from '#app/fielding/paper/load-keying.ts';
import { loadOpenForms } from '#app/fielding/paper/load-open-forms.ts';
import { changeSettler, discardForm, settleForm } from '#app/fielding/paper/settle-form.ts';
import { withdrawEntry } from '#app/fielding/paper/withdraw-entry.ts';
import { finaliseRound } from '#app/fielding/rounds/finalise-round.ts';
import { createSecrets } from '#app/fielding/secrets.ts';
import type { Db } from '#db/connect.ts';
import type { Account } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { holdCodes } from '#db/queries/code-claim.ts';
import { bumpDayCounts } from '#db/queries/day-count.ts';
import { countOpenForms, listOpenForms } from '#db/queries/keyed-entry.ts';
import { listKeyingCounts } from '#db/queries/keying-count.ts';
import { listResponses } from '#db/queries/response.ts';
import { inTransaction } from '#db/transaction.ts';
import { paperKey } from '#surveys/response/submission-key.ts';
import { formCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { makeAccount } from '#tests/helpers/make-account.ts';
import { now } from '#tests/helpers/make-round.ts';
import { testSecret, useServices } from '#tests/helpers/services.ts';

const secrets = createSecrets(testSecret);

/** A form as it is typed: its head, and the answers by question id. */
interface TypedFields {
  readonly serial: string;
  readonly batch?: string;
  readonly code?: string;
  readonly stratum?: string;
  readonly [questionId: string]: string | undefined;
}

/** Decisions by field: what was chosen, or the value that was typed. */
type Decided = Readonly<Record<string, Choice | { readonly typed: string }>>;

const toDecision = (decided: Decided[string] | undefined): Decision =>
  typeof decided === 'object'
    ? { choice: null, typed: decided.typed }
    : { choice: decided ?? null, typed: '' };

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

describeOnEachDatabase('keying paper forms', (getDb, { dialect, getConnection, untilSomebodyWaits }) => {
  const codeLog = join(tmpdir(), `koebako-used-codes-${randomUUID()}.log`);
  afterAll(() => rm(codeLog));
  const getServices = useServices({
    getConnection,
    env: { USED_CODE_LOG: codeLog },
    prepare: ({ usedCodes }) => usedCodes.open(),
  });
  /** A minute later with each request: entries are told apart by when they were keyed. */
  let instant = Date.parse(now);
  const later = () => {
    instant += 60_000;
    getServices().setNow(new Date(instant).toISOString());
    return getServices().services;
  };
  const key = (round: Round, by: Account, fields: TypedFields) => {
    const { serial, batch = '', code = '', stratum = '', ...typed } = fields;
    const answers = Object.fromEntries(Object.entries(typed).map(([id, text]) => [id, text ?? '']));
    return keyForm(later(), { by, round, typed: { serial, batch, code, stratum, answers } });
  };
  const view = (round: Round, { id: accountId }: Account) => loadOpenForms(later(), { round, accountId });
  const withdraw = (round: Round, by: Account, typedSerial: string) =>
    withdrawEntry(later(), { by, round, typedSerial });
  /** Looks at a form as the page shows it, and decides about it. */
  const look = async (round: Round, by: Account, serial: string) => {
    const { mismatches } = await view(round, by);
    return { by, round, serial, seen: mismatches.find((one) => one.serial === serial)?.seen ?? '' };
  };
  const settle = async (round: Round, by: Account, serial: string, { code, stratum, ...answers }: Decided) =>
    settleForm(later(), {
      ...(await look(round, by, serial)),
      decisions: {
        code: toDecision(code),
        stratum: toDecision(stratum),
        answers: Object.fromEntries(Object.entries(answers).map(([id, chosen]) => [id, toDecision(chosen)])),
      },
    });
  const discard = async (round: Round, by: Account, serial: string) =>
    discardForm(later(), await look(round, by, serial));

  it('lists a form that one person keyed, and lets that person take it back', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b } = await makeStaff(db);
    for (const serial of ['10', '9999', '9']) await key(round, a, { serial: serial });
    expect((await view(round, b)).waiting).toMatchObject([
      { name: '一郎', isOwn: false, serials: ['9', '10', '9999'] },
    ]);
    expect(await withdraw(round, a, '9999')).toEqual({
      kind: 'withdrawn',
      serial: '9999',
      isOwn: true,
    });
    expect(await withdraw(round, a, '9999')).toEqual({ kind: 'refused', refusal: { kind: 'not_keyed' } });
    expect(await withdraw(round, a, 'x')).toEqual({ kind: 'refused', refusal: { kind: 'no_serial' } });
    expect(await countOpenForms(db, round.id)).toBe(2);
    expect((await actionsOf(db, round))[0]).toEqual({
      action: 'paper.taken_back',
      detail: { paperSerial: '9999' },
    });
  });

  it('takes no form that comes while its round is being finalised', async () => {
    const db = getDb();
    const round = await storeRound(db, { state: 'closed' });
    const { a } = await makeStaff(db);
    const whileFinalising: Promise<unknown>[] = [];
    await finaliseRound(db, {
      ...{ roundId: round.id, randomness, actor: null, mover: 'staff', now, evaluate: () => [] },
      async afterwards() {
        whileFinalising.push(key(round, a, { serial: '1' }));
        await untilSomebodyWaits();
      },
    });
    const refused = { kind: 'refused', refusal: { kind: 'not_open' } };
    expect(await Promise.all(whileFinalising)).toEqual([refused]);
    expect(await key(round, a, { serial: '2' })).toEqual(refused);
    expect(await countOpenForms(db, round.id)).toBe(0);
    expect(await actionsOf(db, round)).toEqual([]);
  });

  it('tells the first of two who key a form alike at the same time to wait, and the second that it counts', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b } = await makeStaff(db);
    for (const serial of ['1', '2', '3', '4']) {
      const keyed = await Promise.all([a, b].map((by) => key(round, by, { serial, visited: '2' })));
      const outcomes = keyed.map((one) => (one.kind === 'keyed' ? one.outcome : one.kind));
      expect(outcomes.sort()).toEqual(['accepted', 'waiting']);
    }
    expect(await storedAnswers(db, round)).toHaveLength(4);
  });

  it('keeps two entries of a form, though three key it at the same time', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const staff = Object.values(await makeStaff(db));
    const keyed = await Promise.all(
      staff.map((by, index) => key(round, by, { serial: '1', media: ['1', '2', '12'][index] })),
    );
    expect(keyed.map(({ kind }) => kind).sort()).toEqual(['keyed', 'keyed', 'refused']);
    const [form] = await listOpenForms(db, round.id);
    expect(form?.entries).toHaveLength(2);
  });

  it('lets anybody discard the only entry of a form, and nobody an entry of two', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { serial: '1' });
    expect(await withdraw(round, b, '1')).toMatchObject({ isOwn: false });
    expect((await actionsOf(db, round))[0]).toMatchObject({ action: 'paper.discarded' });
    await key(round, a, { serial: '2', visited: '1' });
    await key(round, b, { serial: '2', visited: '2' });
    expect(await withdraw(round, c, '2')).toEqual({ kind: 'refused', refusal: { kind: 'keyed_by_two' } });
    expect(await withdraw(round, b, '2')).toMatchObject({ isOwn: true });
    expect((await view(round, c)).waiting).toMatchObject([{ serials: ['2'] }]);
  });

  it('closes a keyed form whose serial came in with a sheet, and says that it is accepted', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b } = await makeStaff(db);
    await key(round, a, { serial: '5', visited: '1' });
    await key(round, a, { serial: '6', visited: '1' });
    for (const serial of ['5', '6']) {
      const keyHash = secrets.submissionKeyHash(round.id, paperKey(serial));
      await accept(db, [makeSubmission(round, {}, { keyHash, channel: 'paper' })]);
    }
    expect(await key(round, b, { serial: '5', visited: '1' })).toEqual({
      kind: 'refused',
      refusal: { kind: 'settled' },
    });
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
      const fields = { serial: serial, code: used, visited: '2' };
      await key(round, a, fields);
      expect(await key(round, b, fields)).toMatchObject({ outcome: 'code_used' });
    }
    expect((await view(round, c)).mismatches).toMatchObject([
      { serial: '1', differences: [], agreedCode: 'used' },
      { serial: '2', agreedCode: 'used' },
    ]);
    const decide = (decided: Decided) => settle(round, c, '1', decided);
    const isAboutCode = (kind: string) => ({
      kind: 'invalid',
      problems: [{ field: { kind: 'code' }, problem: { kind } }],
    });
    expect(await decide({ code: { typed: ' ' } })).toMatchObject(isAboutCode('no_code'));
    expect(await decide({ code: { typed: `${fresh}9` } })).toMatchObject(isAboutCode('bad_code'));
    expect(
      await settleForm(later(), {
        ...(await look(round, c, '1')),
        decisions: {
          code: { choice: 'none', typed: fresh },
          stratum: { choice: null, typed: '' },
          answers: {},
        },
      }),
    ).toMatchObject(isAboutCode('code_and_none'));
    expect(await decide({ code: 'first' })).toMatchObject({ kind: 'not_accepted', outcome: 'code_used' });
    expect(await storedAnswers(db, round)).toEqual([]);
    expect(await decide({ code: 'none' })).toEqual({ kind: 'settled' });
    expect((await actionsOf(db, round))[0]).toEqual({
      action: 'paper.settled',
      detail: { paperSerial: '1', withoutCode: true },
    });
    expect(await discard(round, c, '2')).toMatchObject({
      kind: 'discarded',
    });
    expect(await storedAnswers(db, round)).toHaveLength(1);
  });

  it('has every field that differs decided, and none beforehand', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code' });
    const [left = '', right = ''] = await storeCodes(db, round, 2, 0);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { serial: '1', code: left, visited: '1', feel: '1', media: '1', sex: '1' });
    await key(round, b, { serial: '1', code: right, visited: '1', feel: '2', media: '12' });
    const decide = (decided: Decided) => settle(round, c, '1', decided);
    expect(await decide({})).toMatchObject({
      kind: 'invalid',
      problems: [
        { field: { kind: 'code' }, problem: { kind: 'no_code' } },
        { field: { questionId: 'feel' }, problem: { kind: 'undecided' } },
        { field: { questionId: 'media' }, problem: { kind: 'undecided' } },
        { field: { questionId: 'sex' }, problem: { kind: 'undecided' } },
      ],
    });
    const decisions: Decided = { code: 'second', feel: { typed: '3' }, media: 'second' };
    expect(await decide(decisions)).toMatchObject({
      kind: 'invalid',
      problems: [{ field: { questionId: 'sex' }, problem: { kind: 'undecided' } }],
    });
    expect(await decide({ ...decisions, feel: { typed: '9' }, sex: 'none' })).toMatchObject({
      problems: [{ problem: { kind: 'bad_answer', error: { code: 'unknown_option' } } }],
    });
    expect(await decide({ ...decisions, feel: 'other', sex: 'none' })).toMatchObject({
      problems: [{ field: { questionId: 'feel' }, problem: { kind: 'blank' } }],
    });
    expect(await decide({ ...decisions, sex: 'none' })).toEqual({ kind: 'settled' });
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
    await key(round, a, { serial: '1', visited: '2', media: '1' });
    await key(round, b, { serial: '1', visited: '2', media: '2' });
    const [before] = (await view(round, c)).mismatches;
    await withdraw(round, a, '1');
    await key(round, a, { serial: '1', visited: '2' });
    const decisions = {
      code: { choice: null, typed: '' },
      stratum: { choice: null, typed: '' },
      answers: { media: { choice: 'second', typed: '' } },
    } as const;
    const looked = { by: c, round, serial: '1', seen: before?.seen ?? '' };
    const anew = { kind: 'refused', refusal: { kind: 'keyed_anew' } };
    expect(await settleForm(later(), { ...looked, decisions })).toEqual(anew);
    expect(await discardForm(later(), looked)).toEqual(anew);
    expect(await settleForm(later(), { ...looked, seen: '', decisions })).toEqual(anew);
    expect(await storedAnswers(db, round)).toEqual([]);
    expect(await settle(round, c, '1', { media: 'second' })).toEqual({ kind: 'settled' });
  });

  it('asks for what only the decided filter asks, which nobody keyed', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { serial: '1', visited: '2' });
    await key(round, b, { serial: '1' });
    const yes: Decided = { visited: { typed: '1' } };
    expect(await settle(round, c, '1', yes)).toMatchObject({
      kind: 'invalid',
      problems: [{ field: { questionId: 'feel' }, problem: { kind: 'undecided' } }],
      neverKeyed: [
        { field: { questionId: 'feel' }, left: { kind: 'not_asked' }, right: { kind: 'not_asked' } },
      ],
    });
    expect(await storedAnswers(db, round)).toEqual([]);
    expect(await settle(round, c, '1', { ...yes, feel: { typed: '1' } })).toEqual({ kind: 'settled' });
    expect(await storedAnswers(db, round)).toEqual([{ visited: 'yes', feel: 'agree' }]);
  });

  it('has a used code decided beside whatever else differs', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code' });
    const [used = '', fresh = ''] = await storeCodes(db, round, 2, 1);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { serial: '1', code: used, visited: '2', media: '1' });
    await key(round, b, { serial: '1', code: used, visited: '2', media: '2' });
    expect((await view(round, c)).mismatches).toMatchObject([
      {
        differences: [
          { field: { kind: 'code' }, left: { kind: 'code', standing: 'used' } },
          { field: { questionId: 'media' }, left: { kind: 'answer', answer: ['web'] } },
        ],
        agreedCode: null,
      },
    ]);
    expect(await settle(round, c, '1', { media: 'first' })).toMatchObject({
      problems: [{ field: { kind: 'code' }, problem: { kind: 'no_code' } }],
    });
    expect(await settle(round, c, '1', { media: 'first', code: { typed: fresh } })).toEqual({
      kind: 'settled',
    });
    expect(await storedAnswers(db, round)).toEqual([{ visited: 'no', media: ['web'] }]);
  });

  it('does not ask to decide what the decided filter leaves out', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { serial: '1', visited: '1', feel: '1' });
    await key(round, b, { serial: '1', visited: '2' });
    expect(await settle(round, c, '1', { visited: 'first' })).toMatchObject({
      problems: [{ field: { questionId: 'feel' }, problem: { kind: 'undecided' } }],
    });
    expect(await settle(round, c, '1', { visited: 'second' })).toEqual({ kind: 'settled' });
    expect(await storedAnswers(db, round)).toEqual([{ visited: 'no' }]);
  });

  it('takes a comment that differs in commas and line ends only, as the first wrote it', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b } = await makeStaff(db);
    await key(round, a, { serial: '1', opinion: '駅前が暗い。\r\n街灯を、ふやして' });
    expect(await key(round, b, { serial: '1', opinion: '駅前が暗い 街灯をふやして！' })).toMatchObject({
      outcome: 'accepted',
    });
    expect(await storedAnswers(db, round)).toEqual([{ opinion: '駅前が暗い。\n街灯を、ふやして' }]);
  });

  it('names every field that cannot be read, and stores nothing', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code' });
    const { a } = await makeStaff(db);
    const fields = { serial: 'x', batch: 'b'.repeat(41), code: 'nothing', stratum: '9', visited: '7' };
    expect(await key(round, a, fields)).toMatchObject({
      kind: 'invalid',
      problems: [
        { kind: 'not_a_serial' },
        { kind: 'batch_too_long', maximum: 40 },
        { kind: 'bad_code' },
        { kind: 'unknown_stratum' },
        { kind: 'bad_answer', questionId: 'visited', error: { code: 'unknown_option' } },
      ],
    });
    expect(await countOpenForms(db, round.id)).toBe(0);
  });

  it('shows nothing of a form to those who keyed it, until the round lets them settle it', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b } = await makeStaff(db);
    await key(round, a, { serial: '1', visited: '1' });
    await key(round, b, { serial: '1', visited: '2' });
    expect((await view(round, a)).mismatches).toMatchObject([
      { maySettle: false, isOwn: true, differences: [] },
    ]);
    const refused = { kind: 'refused', refusal: { kind: 'not_allowed' } };
    expect(await settle(round, a, '1', { visited: 'first' })).toEqual(refused);
    expect(await discard(round, b, '1')).toEqual(refused);
    await changeSettler(later(), { by: b, round, settler: 'anyone' });
    expect((await view(round, a)).mismatches).toMatchObject([{ maySettle: true, differences: [{}] }]);
    expect(await settle(round, a, '1', { visited: 'second' })).toEqual({ kind: 'settled' });
    expect(await settle(round, a, '1', { visited: 'second' })).toEqual({
      kind: 'refused',
      refusal: { kind: 'gone' },
    });
  });

  it('takes one decision on a form, and counts it and its errors once, though three settle it at the same time', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { a, b, c } = await makeStaff(db);
    await key(round, a, { serial: '1', visited: '1' });
    await key(round, b, { serial: '1', visited: '2' });
    const results = await Promise.all([1, 2, 3].map(() => settle(round, c, '1', { visited: 'second' })));
    const gone = { kind: 'refused', refusal: { kind: 'gone' } };
    expect(results).toEqual(expect.arrayContaining([{ kind: 'settled' }, gone, gone]));
    expect(await storedAnswers(db, round)).toEqual([{ visited: 'no' }]);
    expect(await listKeyingCounts(db, round.id)).toContainEqual({
      questionId: 'visited',
      nKeyed: 2,
      nWrong: 1,
    });
    const settled = (await actionsOf(db, round)).filter(({ action }) => action === 'paper.settled');
    expect(settled).toHaveLength(1);
    expect(await loadKeying(later(), { round, accountId: c.id })).toMatchObject({
      nOnce: 0,
      nTwice: 0,
      nSettled: 1,
      toKey: [],
    });
  });

  it.each([
    [
      'drops it',
      'discarded',
      (round: Round, _: Account, c: Account, serial: string) => discard(round, c, serial),
    ],
    [
      'takes an entry back',
      'withdrawn',
      (round: Round, a: Account, _: Account, serial: string) => withdraw(round, a, serial),
    ],
  ])(
    'counts a form or does not, as both are told, when another %s who comes at the same time',
    async (_, done, undo) => {
      const db = getDb();
      const round = await storeRound(db);
      const { a, b, c } = await makeStaff(db);
      let nSettled = 0;
      for (const serial of ['1', '2', '3', '4']) {
        await key(round, a, { serial, visited: '1' });
        await key(round, b, { serial, visited: '2' });
        const both = [settle(round, c, serial, { visited: 'second' }), undo(round, a, c, serial)];
        const kinds = (await Promise.all(both)).map(({ kind }) => kind);
        expect([
          ['settled', 'refused'],
          ['refused', done],
        ]).toContainEqual(kinds);
        nSettled += Number(kinds[0] === 'settled');
        expect(await storedAnswers(db, round)).toHaveLength(nSettled);
      }
    },
  );

  it.runIf(dialect === 'postgres')(
    'gives way to an import that wants what it holds, and tries again',
    async () => {
      const db = getDb();
      const round = await storeRound(db, { access: 'code' });
      const [fresh = ''] = await storeCodes(db, round, 1, 0);
      const { a, b } = await makeStaff(db);
      const fields = { serial: '1', code: fresh, visited: '2' };
      await key(round, a, fields);
      const keyed: Promise<unknown>[] = [];
      await inTransaction(db, async (tx) => {
        const count = {
          roundId: round.id,
          day: '2026-11-22',
          dimension: 'language',
          value: 'ja',
          n: 1,
        } as const;
        await bumpDayCounts(tx, { writer: 0, counts: [count] });
        keyed.push(key(round, b, fields));
        await untilSomebodyWaits();
        await holdCodes(tx, [{ roundId: round.id, codeHash: hashOfCode(secrets, round.id, fresh) }]);
      });
      expect(await Promise.all(keyed)).toMatchObject([
        { kind: 'keyed', outcome: 'accepted', isAgain: false },
      ]);
      expect(await storedAnswers(db, round)).toEqual([{ visited: 'no' }]);
    },
  );

  it('wakes the mixer with a form, and notes the code that it used up', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code', audience: 'organisations' });
    const [fresh = ''] = await storeCodes(db, round, 1, 0);
    const { a, b } = await makeStaff(db);
    await key(round, a, { serial: '1', code: fresh, visited: '2' });
    expect(await key(round, b, { serial: '1', code: fresh, visited: '2' })).toMatchObject({
      outcome: 'accepted',
    });
    expect(await readFile(codeLog, 'utf8')).toContain(hashOfCode(secrets, round.id, fresh));
    await vi.waitFor(async () => expect(await storedAnswers(db, round)).toEqual([]), 5_000);
    expect(await listResponses(db, round.id)).toMatchObject([{ answers: { visited: 'no' } }]);
  });
});
