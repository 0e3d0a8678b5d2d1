import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { makeNextCodes, orderBatch } from '#app/fielding/codes/make-codes.ts';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { finaliseRound } from '#app/fielding/rounds/finalise-round.ts';
import { type Db, dialectOf } from '#db/dialect.ts';
import { eraseDeletedRows } from '#db/erase.ts';
import { upsertDraft } from '#db/queries/draft.ts';
import type { Answers } from '#surveys/response/answers.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { readDatabaseFiles, readLaterPostgresLog } from '#tests/helpers/database-files.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { closesAt, now } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

const nPerStratum = 30;
const nLetters = 2 * nPerStratum;
/** Letters that nobody answers, so many that the tables grow over many pages of a file. */
const nUnanswered = 600;
const serials = Array.from({ length: nLetters }, (_, index) => index + 1);

const digest = (...parts: readonly (string | number)[]) =>
  createHash('sha256').update(parts.join('|')).digest('base64url');

const opinionOf = (serial: number) => `opinion of ${String(serial).padStart(3, '0')}`;

/** Answers that no other letter gives, so that the attacker's guesses can be checked. */
function answersOf(serial: number): Answers {
  const bits = (serial - 1).toString(2).padStart(6, '0');
  const [sex, age, web, paper] = bits;
  const media = [...(web === '1' ? ['web'] : []), ...(paper === '1' ? ['paper'] : [])];
  return {
    visited: 'yes',
    feel: ['agree', 'rather', 'disagree', 'unknown'][Number.parseInt(bits.slice(4), 2)] ?? '',
    ...(media.length > 0 && { media }),
    sex: sex === '1' ? 'f' : 'm',
    age: age === '1' ? '20s' : '70s',
    opinion: opinionOf(serial),
  };
}

const nameOf = ({ opinion: _opinion, ...answers }: Answers) =>
  JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
const serialByAnswers = new Map(serials.map((serial) => [nameOf(answersOf(serial)), serial]));

/** Fields a round as a ward would, one letter after the other in the order of their numbers; then finalises it. */
async function fieldRound(db: Db): Promise<{ readonly round: Round; readonly secrets: readonly string[] }> {
  const round = await storeRound(db, { access: 'code' });
  const roundId = round.id;
  const strata = [
    { stratum: 'north', n: nPerStratum },
    { stratum: 'south', n: nPerStratum },
    { stratum: 'unanswered', n: nUnanswered },
  ];
  const seed = digest('seed', roundId);
  const { batch } = await orderBatch(db, { roundId, strata, seed, createdAt: now });
  const codeHash = (serial: number) => digest('code', roundId, serial);
  const keyHash = (serial: number) => digest('key', roundId, serial);
  const draftId = (serial: number) => digest('draft', roundId, serial);
  const ciphertext = (serial: number) => digest('cipher', roundId, serial).repeat(10);
  await makeNextCodes(db, { roundId, batch, maximum: 1_000, hashOf: (_, serial) => codeHash(serial) });
  for (const serial of serials) {
    const draft = { roundId, draftId: draftId(serial), ciphertext: ciphertext(serial) };
    await upsertDraft(db, { ...draft, updatedAt: now, expiresAt: closesAt });
    const submission = makeSubmission(round, answersOf(serial), {
      keyHash: keyHash(serial),
      draftId: draftId(serial),
      admission: { kind: 'code', codeHash: codeHash(serial) },
    });
    expect(await accept(db, [submission])).toEqual(['accepted']);
    await mixRound(db, { roundId, minimum: 10, randomness });
  }
  const unanswered = Array.from({ length: nUnanswered }, (_, index) => nLetters + 1 + index);
  await putRoundInState(db, { roundId, from: 'open', to: 'closed' });
  const outcome = await finaliseRound(db, {
    roundId,
    randomness,
    evaluate: () => [],
    actor: null,
    mover: 'staff',
    now,
    afterwards: async () => {},
  });
  expect(outcome.kind).toBe('finalised');
  expect(await eraseDeletedRows(db)).toBe(true);
  return {
    round,
    secrets: [
      seed,
      ...unanswered.map(codeHash),
      ...serials.flatMap((n) => [codeHash(n), keyHash(n), draftId(n), ciphertext(n)]),
    ],
  };
}

/** Every row of every table as PostgreSQL prints it, system columns first. */
async function readRows(db: Db): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public'`.execute(db);
  const dumps: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ line: string }>`
      select t.ctid::text || t.xmin::text || t::text as line from ${sql.id(name)} t`.execute(db);
    dumps.push(...rows.map(({ line }) => line));
  }
  return dumps.join('\n');
}

/** Spearman's rank correlation of a permutation with the natural order. */
function correlationOf(order: readonly number[]): number {
  const ranks = new Map([...order].sort((a, b) => a - b).map((serial, rank) => [serial, rank]));
  const n = order.length;
  const squares = order.reduce((sum, serial, index) => sum + (index - (ranks.get(serial) ?? 0)) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

/**
 * Whether an order of the responses tells more than chance which letter each is of, given its stratum: guessing
 * the k-th response to be the k-th letter hits once a stratum on average (Poisson), and ranks do not correlate.
 */
function expectChance(order: readonly number[]): void {
  expect(order).toHaveLength(nLetters);
  let nHits = 0;
  for (const isNorth of [true, false]) {
    const ofStratum = order.filter((serial) => serial <= nPerStratum === isNorth);
    const letters = [...ofStratum].sort((a, b) => a - b);
    nHits += ofStratum.filter((serial, index) => serial === letters[index]).length;
    expect(Math.abs(correlationOf(ofStratum))).toBeLessThan(4.5 / Math.sqrt(nPerStratum - 1));
  }
  expect(nHits).toBeLessThanOrEqual(11);
}

describeOnEachDatabase('a finalised round', (getDb, { getUrl }) => {
  it('keeps no code, no key and no draft, and no order that pairs letters with answers', async () => {
    const db = getDb();
    const { round, secrets } = await fieldRound(db);
    const select = db
      .selectFrom('response')
      .select(['id', 'answers', 'stratum'])
      .where('round_id', '=', round.id);
    const responses = await select.execute();
    const serialOf = (answers: string) => serialByAnswers.get(nameOf(JSON.parse(answers))) ?? 0;
    for (const { answers, stratum } of responses) {
      expect(stratum).toBe(serialOf(answers) <= nPerStratum ? 'north' : 'south');
    }
    expectChance(responses.map(({ answers }) => serialOf(answers)));
    const byId = responses.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expectChance(byId.map(({ answers }) => serialOf(answers)));

    const bytes = await readDatabaseFiles(db, getUrl());
    expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([]);
    const offsetOf = ({ id }: { readonly id: string }) => bytes.lastIndexOf(id);
    expectChance(
      responses.toSorted((a, b) => offsetOf(a) - offsetOf(b)).map(({ answers }) => serialOf(answers)),
    );
    const textAt = (serial: number) => bytes.lastIndexOf(opinionOf(serial));
    expectChance(serials.toSorted((a, b) => textAt(a) - textAt(b)));
    // Every text is there once: no earlier copy, in an earlier order, lies in freed space.
    const isTwice = (serial: number) => bytes.indexOf(opinionOf(serial)) !== textAt(serial);
    expect(serials.filter(isTwice)).toEqual([]);
    if (dialectOf(db) === 'postgres') {
      const log = await readLaterPostgresLog(db);
      expect(secrets.filter((secret) => log.includes(secret))).toEqual([]);
      const dump = await readRows(db);
      expect(secrets.filter((secret) => dump.includes(secret))).toEqual([]);
      const { rows } = await sql<{ answers: string; xmin: string }>`
        select answers, xmin::text as xmin from response where round_id = ${round.id} order by ctid`.execute(
        db,
      );
      expectChance(rows.map(({ answers }) => serialOf(answers)));
      // One transaction wrote all rows anew: none tells when its answer came.
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    }

    const texts = await db
      .selectFrom('free_text')
      .select('text')
      .where('round_id', '=', round.id)
      .orderBy('id')
      .execute();
    expectChance(texts.map(({ text }) => Number(text.split(' ').at(-1))));
  });

  it('held the codes while it was fielded: the test above would have seen them', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code' });
    const order = { roundId: round.id, strata: [{ stratum: 'all', n: 3 }], seed: 's', createdAt: now };
    const { batch } = await orderBatch(db, order);
    const hash = (serial: number) => digest('seen', round.id, serial);
    await makeNextCodes(db, { roundId: round.id, batch, maximum: 3, hashOf: (_, serial) => hash(serial) });
    expect((await readDatabaseFiles(db, getUrl())).includes(hash(2))).toBe(true);
    expect(() => expectChance(serials)).toThrow();
  });
});
