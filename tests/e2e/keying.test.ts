import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { dialects } from '#db/dialect.ts';
import { type AppServer, logIn, postForm, startAppServer } from '#tests/helpers/app-server.ts';
import { launchBrowser, openDesktop, openPhone } from '#tests/helpers/browser.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import {
  launchLetterRound,
  type MailedLetter,
  mailLetters,
  openOffice,
} from '#tests/helpers/letter-round.ts';

const password = 'correct horse 42 battery';

/** Invites a clerk as demo-admin does, who joins by the link; the Cookie header of a session. */
async function inviteClerk(server: AppServer, name: string): Promise<string> {
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    postForm(`${server.origin}${path}`, fields, headers);
  const person = { name, 'display-name': `${name}さん`, role: 'staff' };
  const invited = await post('/admin/people/new', person, { Cookie: await logIn(server, 'admin') });
  const link = /\/join\/[\w-]{43}/.exec(await invited.text())?.[0] ?? '';
  await post(link, { 'new-password': password, 'new-password-again': password });
  const session = (await post('/login', { name, password })).headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('koebako_session='));
  return session?.split(';')[0] ?? '';
}

async function openAs(browser: Browser, server: AppServer, cookie: string) {
  const desktop = await openDesktop(browser);
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await desktop.page.context().addCookies([{ name, value, url: server.origin }]);
  return desktop;
}

/** Types into field after field from the serial on, which has the focus, each with Enter. */
async function typeFields(page: Page, fields: readonly string[]): Promise<void> {
  await page.locator('form[data-enter="next"] [name="_serial"]:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  for (const typed of fields) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
}

/** Keys one paper form; the words of the notice that follows. */
async function keyForm(page: Page, fields: readonly string[]): Promise<string> {
  await typeFields(page, fields);
  const notice = page.getByRole('status').filter({ hasText: `通し番号 ${fields[0]}` });
  await notice.waitFor();
  return (await notice.textContent()) ?? '';
}

/** Goes on with Tab until a control has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let nTabs = 0; nTabs < 80; nTabs += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

describe.each(dialects)('clerks who key paper forms (%s)', (dialect) => {
  let database: TestDatabase;
  let server: AppServer;
  let browser: Browser;
  let roundId: string;
  let letters: readonly MailedLetter[];
  let clerks: readonly Awaited<ReturnType<typeof openAs>>[];

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    server = await startAppServer({ databaseUrl: database.url, isDemo: true });
    browser = await launchBrowser();
    const office = await openOffice(server);
    roundId = await launchLetterRound(office, 'pages');
    letters = await mailLetters(office, roundId);
    const cookies = [await logIn(server, 'staff')];
    for (const name of ['hanako', 'jiro']) cookies.push(await inviteClerk(server, name));
    clerks = await Promise.all(cookies.map((cookie) => openAs(browser, server, cookie)));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await database?.drop();
  });

  const pageOf = (clerk: number): Page => {
    const page = clerks[clerk]?.page;
    if (!page) throw new Error(`no clerk ${clerk}`);
    return page;
  };
  const keying = () => `${server.origin}/staff/rounds/${roundId}/keying`;
  async function countEntries(): Promise<number> {
    const { db, close } = connect(database.url);
    try {
      return (await db.selectFrom('keyed_entry').select('serial').execute()).length;
    } finally {
      await close();
    }
  }

  test('agree on a form by the keyboard alone, which uses its code up', async () => {
    const [first, second] = [pageOf(0), pageOf(1)];
    const code = letters[0]?.code ?? '';
    // Serial, bundle, code, stratum; then the questions: 実感, a comment, sex, age, school district.
    const form = (comment: string) => ['1', '', code.toLowerCase(), '', '2', comment, '2', '3', '1'];
    await first.goto(keying());
    expect(await keyForm(first, form('駅前が暗い。街灯を、ふやして'))).toContain(
      'もう1人が同じ票を入力すると',
    );
    await second.goto(keying());
    await second.getByText('あなたの入力を待っている票(2人目): 1', { exact: true }).waitFor();
    expect(await keyForm(second, form('駅前が暗い 街灯をふやして'))).toContain('2人の入力が一致しました');
    expect(await countEntries()).toBe(0);

    const phone = await (await openPhone(browser)).newPage();
    await phone.goto(letters[0]?.link ?? '');
    expect(await phone.textContent('h1')).toContain('もう届いています');
  });

  test('are led to the first wrong field, which is called by its number', async () => {
    const page = pageOf(0);
    await page.goto(keying());
    await typeFields(page, ['7', '', '', '', '12', '', '9', '', '']);
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.textContent()).toMatch(/問1: 番号は1つだけです.*問3: 選択肢にない番号です/);
    expect(await page.locator('[name="q1-1"]:focus').count()).toBe(1);
    expect(await countEntries()).toBe(0);
  });

  test('differ on a form, which a third one settles from the paper; the error rate tells', async () => {
    const [first, second, third] = [pageOf(0), pageOf(1), pageOf(2)];
    const form = (feels: string) => ['2', '', '', '1', feels, '', '1', '4', '2'];
    await first.goto(keying());
    await keyForm(first, form('1'));
    await second.goto(keying());
    expect(await keyForm(second, form('2'))).toContain('入力していない人が紙を見て確認します');
    await second.goto(`${keying()}/mismatches`);
    expect(await second.getByRole('radio').count()).toBe(0);

    await third.goto(`${keying()}/mismatches`);
    await third.getByRole('button', { name: 'この内容で受け付ける' }).waitFor();
    await tabTo(third, 'button[value="settle"]');
    await third.keyboard.press('Enter');
    await third.getByRole('alert').filter({ hasText: '問1: 紙を見て' }).waitFor();
    await tabTo(third, 'input[name="choice:q1-1"]');
    await third.keyboard.press('Space');
    await third.keyboard.press('ArrowDown');
    await tabTo(third, 'button[value="settle"]');
    await third.keyboard.press('Enter');
    await third.getByText('通し番号 2 を受け付けました').waitFor();
    const rates = third.getByRole('row').filter({ hasText: '問1 ' });
    expect((await rates.textContent())?.replaceAll(/\s/g, '')).toMatch(/4回.*1件.*25\.00%/);
    expect(await countEntries()).toBe(0);
    await third.goto(keying());
    await third.getByText('入力途中の票 0', { exact: true }).waitFor();
  });

  test('take a form back that was keyed under a wrong number', async () => {
    const page = pageOf(0);
    await page.goto(keying());
    await keyForm(page, ['9999', '', '', '1', '1', '', '', '', '']);
    expect(await countEntries()).toBe(1);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('通し番号 9999 のあなたの入力を取り消しました').waitFor();
    expect(await countEntries()).toBe(0);
    expect(clerks.flatMap(({ errors }) => errors).filter((error) => !error.includes('400'))).toEqual([]);
  });

  test('may begin to type before the page is ready', async () => {
    const page = pageOf(0);
    for (let turn = 0; turn < 20; turn += 1) {
      await page.goto(keying(), { waitUntil: turn % 2 === 0 ? 'commit' : 'domcontentloaded' });
      await page.keyboard.type('12');
      await page.waitForLoadState('load');
    }
    await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('_serial');
    // Enter leads on as soon as the page is ready: it was not given up.
    await expect
      .poll(async () => {
        await page.locator('#_serial').press('Enter');
        return page.locator(':focus').getAttribute('name');
      })
      .toBe('_batch');
    expect(clerks.flatMap(({ errors }) => errors).filter((error) => !error.includes('400'))).toEqual([]);
  });
});
