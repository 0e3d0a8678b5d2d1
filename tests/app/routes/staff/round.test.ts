import { expect, it } from 'vitest';
import * as page from '#app/routes/staff/round.tsx';
import { upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import { getRound } from '#db/queries/round.ts';
import { listRoundSteps } from '#db/queries/round-step.ts';
import { usuallyKeptUntil } from '#surveys/round/terms.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';
import { asServed } from '#tests/helpers/as-served.ts';
import { openRound, storePlans } from '#tests/helpers/plan-database.ts';

const action = asServed('/staff/rounds/:round', page.action);
const dates = { opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-12-01T00:00:00.000Z' };
const terms = { ...openRound.terms, ...usuallyKeptUntil(dates.closesAt) };
const getOffice = useOffice({
  now: '2026-11-22T03:00:00.000Z',
  prepare: ({ db }) =>
    storePlans(db, [
      { ...openRound, id: 'r-open', ...dates, terms },
      { ...openRound, id: 'r-closed', state: 'closed' },
    ]),
});

/** Where a post led to, or the status and the words of its refusal. */
async function post(round: string, fields: Readonly<Record<string, string>>) {
  const { context, request } = getOffice();
  const args = {
    request: request(`/staff/rounds/${round}`, 'staff', 'POST'),
    params: { round },
    context: context({ form: new URLSearchParams(fields) }),
  };
  try {
    const { data, init } = await action(args);
    return { status: init?.status, message: data.message };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get('Location') };
  }
}

it('tells the history of an extension from when to when, and why', async () => {
  const extend = { action: 'extend', closesAt: '2026-12-08T09:00' };
  expect(await post('r-open', { ...extend, note: ' ' })).toEqual({
    status: 409,
    message: '理由を入力してください。',
  });
  expect((await post('r-open', { ...extend, note: ' 回収が遅れている ' })).status).toBe(303);
  const { db } = getOffice().services;
  expect((await getRound(db, 'r-open')).closesAt).toBe('2026-12-08T00:00:00.000Z');
  expect((await listRoundSteps(db, 'r-open')).map(({ note }) => note)).toEqual([
    '2026/12/1 09:00から2026/12/8 09:00へ。回収が遅れている',
  ]);
});

it('refuses an extension to a time that is none', async () => {
  const result = await post('r-open', { action: 'extend', closesAt: 'いつか', note: '回収が遅れている' });
  expect(result).toEqual({
    status: 409,
    message: '新しい終了日時は、いまの終了日時より後の、これからの日時にしてください。',
  });
});

it('says how many forms stand in the way of finalising', async () => {
  const entry = { accountId: 'staff', batch: '', sealed: 'x', keyedAt: '2026-11-22T03:00:00.000Z' };
  await upsertKeyedEntry(getOffice().services.db, { roundId: 'r-closed', serial: '1', entry });
  const { status, message } = await post('r-closed', { action: 'finalise' });
  expect(status).toBe(409);
  expect(message).toMatch(/^入力の途中の紙の調査票が1票あります。/);
});

it('answers 400 for what no page of ours asks for', async () => {
  expect((await post('r-open', { action: 'open' })).status).toBe(400);
});
