import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyingFields } from '#app/features/keying/keying-fields.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { type Connection, connect } from '#db/connect.ts';
import { dialects } from '#db/dialect.ts';
import { countCodes } from '#db/queries/access-code.ts';
import { listDayCounts } from '#db/queries/day-count.ts';
import { countOpenForms } from '#db/queries/keyed-entry.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { Locale } from '#surveys/text.ts';
import { type AppServer, demoLogin, logIn, postForm, startAppServer } from '#tests/helpers/app-server.ts';
import { launchBrowser, openDesktop, openPhone } from '#tests/helpers/browser.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { follow, press } from '#tests/helpers/resident-journey.ts';

const strata = [
  ['西九条', 9_000],
  ['四貫島', 8_000],
  ['梅香', 7_000],
  ['春日出', 6_500],
  ['島屋', 6_000],
  ['酉島', 7_000],
  ['高見', 6_500],
  ['伝法', 8_000],
  ['常吉', 3_500],
  ['桜島', 3_500],
] as const;
const secondClerk = { name: 'second-clerk', password: 'a quiet harbour at dawn' };

describe.each(dialects)('a clerk launches and fields a round (%s)', (dialect) => {
  let database: TestDatabase;
  let connection: Connection;
  let server: AppServer;
  let browser: Browser;
  let clerk: Page;
  let roundId = '';
  let codes: readonly string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    server = await startAppServer({ databaseUrl: database.url, isDemo: true });
    connection = connect(database.url);
    browser = await launchBrowser();
    clerk = await openOffice(demoLogin('staff'));
  });
  afterAll(async () => {
    await browser?.close();
    await connection?.close();
    await server?.stop();
    await database?.drop();
  });

  async function openOffice({ name, password }: { readonly name: string; readonly password: string }) {
    const { page } = await openDesktop(browser);
    page.setDefaultTimeout(15_000);
    await page.goto(`${server.origin}/login`);
    await page.fill('#name', name);
    await page.fill('#password', password);
    await press(page, 'ログイン');
    return page;
  }

  it('prepares 1,500 letters in ten strata, each step at its usual values, and asks for approval', async () => {
    await clerk.goto(`${server.origin}/staff/rounds/new`);
    const choice = clerk.locator('main form', { hasText: '区民アンケート' }).first();
    await Promise.all([clerk.waitForEvent('load'), choice.getByRole('button').click()]);
    roundId = new URL(clerk.url()).pathname.split('/')[3] ?? '';
    await press(clerk, '保存して次へ');
    await press(clerk, '保存して次へ');
    await clerk.locator('summary', { hasText: '貼り付ける' }).click();
    await clerk.fill('#pasted', strata.map(([name, population]) => `${name}\t${population}`).join('\n'));
    await clerk.fill('#nIssued', '1500');
    await press(clerk, '貼り付けた内容を層に入れる');
    await press(clerk, '保存して次へ');
    // A start in the past opens the round as soon as it is approved.
    await clerk.fill('#opensAt', '2026-01-01T09:00');
    await press(clerk, '保存して次へ');
    expect(await clerk.locator('iframe').count()).toBe(7);
    await press(clerk, '保存して次へ');
    expect(await clerk.textContent('main')).toContain('対象 65,000人・依頼 1,500通');
    await press(clerk, '承認を依頼する');
  });

  it('waits for the manager, who sees the questionnaire and its hash before approving', async () => {
    await clerk.goto(`${server.origin}/staff/rounds/${roundId}/codes`);
    expect(await clerk.textContent('main')).toContain('承認された後につくります');
    const manager = await openOffice(demoLogin('manager'));
    await manager.goto(`${server.origin}/manager/rounds/${roundId}/approval`);
    expect(await manager.textContent('main')).toMatch(/[0-9a-f]{64}/);
    await press(manager, '承認する');
    await manager.context().close();
    await clerk.goto(`${server.origin}/staff/rounds/${roundId}`);
    expect(await clerk.textContent('main')).toContain('受付中');
  });

  it('tells residents whom to ask and what is promised in their language, as the clerk left the texts alone', async () => {
    const phone = await (await openPhone(browser)).newPage();
    await phone.goto(`${server.origin}/s/${roundId}?lang=en`);
    const shown = (await phone.textContent('main')) ?? '';
    expect(shown).toContain('Ward office, General Affairs Section');
    expect(shown).toContain('Answering is voluntary. Nothing happens to you if you do not.');
    expect(shown).toContain('family or a carer may answer for them');
    expect(shown).toContain('only the first one counts');
    await phone.context().close();
  });

  it('makes the codes while looking on, and prints every letter with its own', async () => {
    await clerk.getByRole('link', { name: '回答コードをつくる' }).click();
    await press(clerk, '回答コードをつくる');
    const letters = clerk.getByRole('link', { name: '手紙を印刷する(A4)', exact: true });
    await letters.waitFor({ timeout: 60_000 });
    const [printed] = await Promise.all([clerk.context().waitForEvent('page'), letters.click()]);
    await expect.poll(() => printed.locator('article').count(), { timeout: 60_000 }).toBe(1_500);
    const shown = await printed.locator('article .code').allTextContents();
    expect(shown).toHaveLength(1_500);
    expect(new Set(shown).size).toBe(1_500);
    expect(await printed.locator('article .qr').count()).toBe(1_500);
    codes = [shown[0] ?? '', shown[700] ?? '', shown[1_499] ?? ''];
    expect(await printed.textContent('article:last-of-type .serial')).toContain('01500 / 桜島');
    await printed.close();
    const counts = await countCodes(connection.db, roundId);
    expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(1_500);
    expect(counts).toHaveLength(strata.length);
  }, 180_000);

  /** Answers on a phone in a language, page by page, by the first choice of every question. */
  async function answerOnPhone(code: string, locale: Locale): Promise<Page> {
    const goOn = (page: Page) => follow(page.locator('main .button-solid').first());
    const page = await (await openPhone(browser)).newPage();
    await page.goto(`${server.origin}/s/${roundId}?lang=${locale}`);
    await page.fill('[name="_code"]', code);
    await goOn(page);
    for (let nPages = 0; nPages < 20 && !page.url().includes('/review'); nPages += 1) {
      if (!page.url().includes('/p/')) break;
      for (const group of await page.locator('fieldset').all()) {
        await group.locator('input').first().check();
      }
      await goOn(page);
    }
    if (page.url().includes('/review')) await goOn(page);
    return page;
  }

  it('gets the first answer from a phone, in Chinese', async () => {
    const phone = await answerOnPhone(codes[0] ?? '', 'zh');
    expect(await phone.textContent('h1')).toContain(wordsOf('zh').answer.sent.title);
    await phone.context().close();
  });

  /** Keys one form from top to bottom with the keyboard alone. */
  async function keyForm(page: Page, code: string): Promise<void> {
    await page.goto(`${server.origin}/staff/rounds/${roundId}/keying`);
    await page.locator('[data-keyed]').first().focus();
    const notice = page.locator('[role=status]');
    for (let nFields = 0; nFields < 40 && (await notice.count()) === 0; nFields += 1) {
      const field = page.locator(':focus');
      const name = (await field.getAttribute('name')) ?? '';
      const isBlank = name === keyingFields.batch || name === keyingFields.stratum || name === 'comment';
      if (name === keyingFields.code) await page.keyboard.type(code);
      else if (!isBlank) await page.keyboard.type('1');
      await page.keyboard.press('Enter');
      // Enter leads to the next field, and at last to the page that says what became of the form.
      await page.waitForFunction((left) => {
        const name = document.activeElement?.getAttribute('name') ?? '';
        return name !== left || document.querySelector('[role=status]') !== null;
      }, name);
    }
    await notice.first().waitFor();
  }

  it('gets the second from a paper form, keyed by two people who do not see each other', async () => {
    const admin = { Cookie: await logIn(server, 'admin') };
    const invitation = { name: secondClerk.name, 'display-name': '二人目', role: 'staff' };
    const invited = await postForm(`${server.origin}/admin/people/new`, invitation, admin);
    const link = /\/join\/[\w-]{43}/.exec(await invited.text())?.[0] ?? '';
    const { password } = secondClerk;
    await postForm(`${server.origin}${link}`, { 'new-password': password, 'new-password-again': password });
    await keyForm(clerk, codes[1] ?? '');
    const second = await openOffice(secondClerk);
    await keyForm(second, codes[1] ?? '');
    await second.context().close();
    const used = (await countCodes(connection.db, roundId)).filter(({ state }) => state === 'used');
    expect(used.reduce((sum, { n }) => sum + n, 0)).toBe(2);
    expect(await countOpenForms(connection.db, roundId)).toBe(0);
  });

  it('gets the third from the tablet at the counter, in English', async () => {
    await clerk.goto(`${server.origin}/staff/devices`);
    await clerk.fill('#name', '総合案内');
    await clerk.selectOption('main form >> #round', roundId);
    await Promise.all([clerk.waitForEvent('load'), clerk.click('button[value=add]')]);
    const pairing = (await clerk.textContent('[data-pairing-code]')) ?? '';
    const context = await browser.newContext({ viewport: { width: 810, height: 1080 }, hasTouch: true });
    const tablet = await context.newPage();
    await tablet.goto(`${server.origin}/kiosk`);
    await tablet.fill('#code', pairing);
    await tablet.click('button');
    const words = wordsOf('en').kiosk;
    await tablet.getByRole('button', { name: 'English' }).tap();
    await tablet.getByRole('button', { name: words.begin }).tap();
    await tablet.fill('[name="_code"]', codes[2] ?? '');
    await tablet.getByRole('button', { name: words.next }).tap();
    const send = tablet.getByRole('button', { name: words.send, exact: true });
    const next = tablet.getByRole('button', { name: words.next, exact: true });
    for (let nPages = 0; nPages < 20; nPages += 1) {
      await send.or(next).first().waitFor();
      for (const group of await tablet.locator('fieldset').all())
        await group.locator('input').first().check();
      if ((await send.count()) > 0) break;
      await next.tap();
    }
    await send.tap();
    await tablet.getByText(words.thanksSent).waitFor();
    await context.close();
  });

  it.each([
    ['vi', 0],
    ['en', 1],
    ['ja-easy', 2],
  ] as const)(
    'is spared a second answer with a used code, which is refused kindly in %s',
    async (locale, n) => {
      const phone = await answerOnPhone(codes[n] ?? '', locale);
      expect(phone.url()).toContain('/code/used');
      const { title, lines } = wordsOf(locale).code.used;
      const plain = (text: string) => text.replace(/《[^》]*》|｜/g, '');
      const shown = await phone.locator('main').evaluate((main) => {
        for (const reading of main.querySelectorAll('rt, rp')) reading.remove();
        return main.textContent ?? '';
      });
      for (const line of [title, ...lines]) expect(shown).toContain(plain(line));
      await phone.context().close();
    },
  );

  it('reads on the dashboard what the database holds', async () => {
    expect(await nResponses(connection.db, roundId)).toBe(3);
    const counts = await listDayCounts(connection.db, roundId);
    const nOf = (value: string) =>
      counts
        .filter((count) => count.dimension === 'channel' && count.value === value)
        .reduce((sum, { n }) => sum + n, 0);
    expect(['web', 'paper', 'kiosk'].map(nOf)).toEqual([1, 1, 1]);
    await clerk.goto(`${server.origin}/staff/rounds/${roundId}/dashboard`);
    expect(await clerk.textContent('#answer-count')).toBe('3');
    const rowOf = async (label: string) =>
      (await clerk.locator('tr', { hasText: label }).first().textContent()) ?? '';
    for (const label of ['インターネット', '郵送(紙)', '窓口の端末', '中文', 'English', '日本語']) {
      expect(await rowOf(label)).toMatch(/33\.3%.*1$/);
    }
    expect(await clerk.textContent('main')).toContain('525件 / 依頼1,500件(回答率 35.0%)');
  });

  it('counts the letters that went out, not those planned', async () => {
    const { db } = connection;
    const issued = await db
      .selectFrom('access_code')
      .select('serial')
      .where('round_id', '=', roundId)
      .where('state', '=', 'issued')
      .limit(2)
      .execute();
    for (const [index, state] of (['void', 'returned'] as const).entries()) {
      await db
        .updateTable('access_code')
        .set({ state })
        .where('round_id', '=', roundId)
        .where('serial', '=', issued[index]?.serial ?? 0)
        .execute();
    }
    await clerk.goto(`${server.origin}/staff/rounds/${roundId}/dashboard`);
    const sent = await clerk.locator('tr[data-stratum] td:nth-of-type(1)').allTextContents();
    expect(sent).toHaveLength(10);
    expect(sent.reduce((sum, text) => sum + Number(text), 0)).toBe(1499);
    const shown = await clerk.textContent('main');
    expect(shown).toContain('依頼1,499件');
    expect(shown).toContain('宛先不明で戻った手紙1通を含みます');
  });
});
