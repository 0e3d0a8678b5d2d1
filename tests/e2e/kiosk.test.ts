import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { type Connection, connect } from '#db/connect.ts';
import { dialects } from '#db/dialect.ts';
import { insertRound } from '#db/queries/round.ts';
import { nResponses } from '#db/queries/tally.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { composeRound } from '#surveys/round/compose-round.ts';
import { type AppServer, demoLogin, startAppServer } from '#tests/helpers/app-server.ts';
import { launchBrowser } from '#tests/helpers/browser.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { launchLetterRound, mailLetters, openOffice } from '#tests/helpers/letter-round.ts';
import { makeRound } from '#tests/helpers/make-round.ts';

const shown = {
  planId: 'konohana-demo',
  design: 'self-selected',
  opensAt: '2026-01-01T00:00:00.000Z',
  closesAt: '2099-12-31T00:00:00.000Z',
  isDemo: true,
} as const;
const round = makeRound({ ...shown, title: '窓口アンケート' });

/** A round that can be answered in seven languages. */
function makeMultilingualRound() {
  const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
  const choice = { recipeId: 'residents', indicatorIds: ['1-1'], mode: 'kiosk', layout: 'pages' } as const;
  const frozen = composeRound(catalog, { ...choice, indicatorIds: [...choice.indicatorIds] });
  if (!frozen) throw new Error('the catalogue has no questionnaire for residents');
  return makeRound({
    ...shown,
    id: 'multilingual',
    title: '七つの言語の調査',
    audience: 'visitors',
    questionnaire: frozen.questionnaire,
  });
}
const multilingual = makeMultilingualRound();

describe.each(dialects)('the kiosk (%s)', (dialect) => {
  let database: TestDatabase;
  let connection: Connection;
  let server: AppServer;
  let browser: Browser;
  let tablet: BrowserContext;
  let office: Page;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    server = await startAppServer({ databaseUrl: database.url, isDemo: true });
    connection = connect(database.url);
    await insertRound(connection.db, round);
    await insertRound(connection.db, multilingual);
    browser = await launchBrowser();
    tablet = await browser.newContext({ viewport: { width: 810, height: 1080 }, hasTouch: true });
    office = await (await browser.newContext()).newPage();
    await office.goto(`${server.origin}/login?next=/staff/devices`);
    await office.fill('#name', demoLogin('staff').name);
    await office.fill('#password', demoLogin('staff').password);
    await office.click('main button');
  });
  afterAll(async () => {
    await browser?.close();
    await connection?.close();
    await server?.stop();
    await database?.drop();
  });

  const nStored = () => nResponses(connection.db, round.id);

  async function openKiosk(): Promise<Page> {
    const page = await tablet.newPage();
    await page.goto(`${server.origin}/kiosk`);
    return page;
  }

  async function answer(page: Page): Promise<void> {
    await page.getByRole('button', { name: '回答をはじめる' }).tap();
    await page.getByLabel('no', { exact: true }).tap();
    for (const name of ['次へ進む', '次へ進む', '次へ進む', '送信する']) {
      await page.getByRole('button', { name }).tap();
    }
  }

  /** Registers a device as a clerk does; the pairing code. */
  async function register(name: string, roundId: string): Promise<string> {
    await office.goto(`${server.origin}/staff/devices`);
    await office.fill('#name', name);
    await office.selectOption('main form >> #round', roundId);
    await office.click('button[value=add]');
    return (await office.textContent('[data-pairing-code]')) ?? '';
  }

  async function pair(page: Page, code: string): Promise<void> {
    await page.fill('#code', code);
    await page.click('button');
    await page.locator('.kiosk-foot').waitFor();
  }

  /** A second tablet beside the one of the other tests, on its first screen. */
  async function openTablet(name: string, roundId: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 360, height: 480 }, hasTouch: true });
    const page = await context.newPage();
    const code = await register(name, roundId);
    await page.goto(`${server.origin}/kiosk`);
    await pair(page, code);
    return page;
  }

  async function revoke(name: string): Promise<void> {
    await office.goto(`${server.origin}/staff/devices`);
    const row = office.locator(`[data-device="${name}"]`);
    await row.locator('summary').click();
    expect(await row.textContent()).toContain('送信前の回答は消えません');
    await row.locator('button[value=revoke]').click();
    await row.getByText('停止済み').waitFor();
  }

  const choose = (page: Page, language: string) =>
    page.locator('.kiosk-languages').getByText(language, { exact: true }).tap();
  const languageOf = (page: Page) => page.locator('html').getAttribute('lang');
  const isInSight = (page: Page, selector: string) =>
    page.locator(selector).evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight);

  it('is paired with the code that staff were shown, once', async () => {
    const code = await register('総合案内', round.id);
    expect(await office.textContent('[data-kiosk-address]')).toBe(`${server.origin}/kiosk`);
    const page = await openKiosk();
    await page.fill('#code', '00000-00000');
    await page.click('button');
    expect(await page.textContent('main')).toContain('コードが違うか、期限が切れています');
    await page.fill('#code', code);
    await page.click('button');
    await page.getByRole('button', { name: '回答をはじめる' }).waitFor();
    const other = await (await browser.newContext()).newPage();
    await other.goto(`${server.origin}/kiosk`);
    await other.fill('#code', code);
    await other.click('button');
    expect(await other.textContent('main')).toContain('コードが違うか、期限が切れています');
    await other.context().close();
    await page.close();
  });

  it('takes an answer, thanks, and shows the next person an empty form', async () => {
    const page = await openKiosk();
    const before = await nStored();
    await answer(page);
    await page.getByText('回答を受け付けました').waitFor();
    expect(await nStored()).toBe(before + 1);
    await page.getByRole('button', { name: '最初の画面に戻る' }).tap();
    await page.getByRole('button', { name: '回答をはじめる' }).tap();
    expect(await page.locator('input:checked').count()).toBe(0);
    await page.close();
  });

  it('asks for what is required, and goes to questions that an answer opens', async () => {
    const page = await openKiosk();
    await page.getByRole('button', { name: '回答をはじめる' }).tap();
    await page.getByRole('button', { name: '次へ進む' }).tap();
    expect(await page.textContent('.error-summary')).toContain('問1');
    await page.getByLabel('yes', { exact: true }).tap();
    await page.getByRole('button', { name: '次へ進む' }).tap();
    await page.getByText('感じるか').waitFor();
    await page.close();
  });

  it('brings a text that is too long back as it was typed, on the way back and on again', async () => {
    const page = await openKiosk();
    const go = (name: string) => page.getByRole('button', { name, exact: true }).tap();
    await go('回答をはじめる');
    await page.getByLabel('no', { exact: true }).tap();
    await go('次へ進む');
    await go('次へ進む');
    await page.fill('#q-opinion', '前の意見');
    await go('次へ進む');
    await go('戻る');
    const tooLong = 'あ'.repeat(201);
    await page.fill('#q-opinion', tooLong);
    await page.fill('#q-nickname', 'はな');
    await go('戻る');
    await page.getByText('媒体').waitFor();
    await go('次へ進む');
    await page.locator('#q-opinion').waitFor();
    expect(await page.inputValue('#q-opinion')).toBe(tooLong);
    expect(await page.inputValue('#q-nickname')).toBe('はな');
    expect(await page.textContent('.error-summary')).toContain('200文字以内');
    await page.close();
  });

  it('keeps a finished answer through a lost connection and a reload, and sends it once', async () => {
    const page = await openKiosk();
    const before = await nStored();
    await tablet.setOffline(true);
    await answer(page);
    await page.getByText('回答を安全に預かりました').waitFor();
    expect(await page.textContent('[data-waiting]')).toContain('1件');
    expect(await nStored()).toBe(before);
    await page.close();
    await tablet.setOffline(false);
    const reopened = await openKiosk();
    await expect.poll(nStored, { timeout: 20_000 }).toBe(before + 1);
    await expect.poll(() => reopened.locator('[data-waiting]').count(), { timeout: 20_000 }).toBe(0);
    // The next answer goes out behind whatever the tablet still holds.
    await answer(reopened);
    await expect.poll(nStored, { timeout: 20_000 }).toBe(before + 2);
    await expect.poll(() => reopened.locator('[data-waiting]').count(), { timeout: 20_000 }).toBe(0);
    expect(await nStored()).toBe(before + 2);
    await reopened.close();
  });

  it('counts down and starts over when nobody touches it for 30 seconds', async () => {
    const page = await tablet.newPage();
    await page.clock.install();
    await page.goto(`${server.origin}/kiosk`);
    await page.getByRole('button', { name: '回答をはじめる' }).tap();
    await page.getByLabel('yes', { exact: true }).tap();
    await page.clock.runFor(20_000);
    expect(await page.textContent('[role=alertdialog]')).toMatch(/あと(9|10|11)秒/);
    await page.getByRole('button', { name: '回答を続ける' }).tap();
    await page.clock.runFor(1_000);
    expect(await page.locator('[role=alertdialog]').count()).toBe(0);
    expect(await page.getByLabel('yes', { exact: true }).isChecked()).toBe(true);
    await page.clock.runFor(31_000);
    await page.getByRole('button', { name: '回答をはじめる' }).tap();
    expect(await page.locator('input:checked').count()).toBe(0);
    await page.close();
  });

  it('has a name of its own while it is in use', async () => {
    await office.goto(`${server.origin}/staff/devices`);
    await office.fill('#name', '総合案内');
    await office.click('button[value=add]');
    expect(await office.textContent('.error-summary')).toContain(
      '「総合案内」という名前の端末は、もう使われて',
    );
    expect(await office.inputValue('#name')).toBe('総合案内');
    expect(await office.locator('[data-device="総合案内"]').count()).toBe(1);
  });

  it('takes an answer in another language, keeps what is chosen when it is changed, and counts it', async () => {
    const page = await openTablet('多言語の端末', multilingual.id);
    await choose(page, 'English');
    await page.getByRole('button', { name: 'Start answering' }).tap();
    await page.getByLabel('Rather yes').tap();
    await choose(page, 'Tiếng Việt');
    expect(await languageOf(page)).toBe('vi');
    expect(await page.locator('input:checked').getAttribute('value')).toBe('rather-agree');
    while (await page.locator('main form').count()) {
      const text = page.locator('textarea');
      if (await text.count()) {
        await text.fill('Cảm ơn');
        await choose(page, 'English');
        await choose(page, 'Tiếng Việt');
        expect(await text.inputValue()).toBe('Cảm ơn');
      }
      await page.locator('main form .button-solid').tap();
    }
    const words = wordsOf('vi').kiosk;
    await page.getByText(words.thanksSent).waitFor();
    await page.getByRole('button', { name: words.nextPerson }).tap();
    await page.getByRole('button', { name: '回答をはじめる' }).waitFor();
    expect(await languageOf(page)).toBe('ja');
    await office.goto(`${server.origin}/staff/rounds/${multilingual.id}/dashboard`);
    expect(await office.locator('tr', { hasText: 'Tiếng Việt' }).textContent()).toMatch(/1$/);
    await page.context().close();
  });

  it('says in the language of the visit what has to be corrected, also when that is changed', async () => {
    const page = await openTablet('直す端末', multilingual.id);
    await page.getByRole('button', { name: '回答をはじめる' }).tap();
    await page.getByRole('button', { name: '次へ進む' }).tap();
    await choose(page, 'English');
    expect(await page.textContent('.error-summary')).toContain('Question 1: Please choose');
    await page.context().close();
  });

  it('is in Japanese again when somebody chose a language and went away', async () => {
    const context = await browser.newContext({ hasTouch: true });
    const page = await context.newPage();
    const code = await register('離れた人の端末', multilingual.id);
    await page.clock.install();
    await page.goto(`${server.origin}/kiosk`);
    await pair(page, code);
    await choose(page, '한국어');
    await page.clock.runFor(20_000);
    expect(await languageOf(page)).toBe('ko');
    await page.clock.runFor(11_000);
    await page.getByRole('button', { name: '回答をはじめる' }).waitFor();
    expect(await languageOf(page)).toBe('ja');
    await context.close();
  });

  it('refuses a used code kindly, in whichever language is chosen', async () => {
    const clerk = await openOffice(server);
    const roundId = await launchLetterRound(clerk, 'pages');
    const [letter] = await mailLetters(clerk, roundId);
    if (!letter) throw new Error('no letter was made');
    const page = await openTablet('手紙の端末', roundId);
    const enterCode = async (begin: string) => {
      await page.getByRole('button', { name: begin }).tap();
      await page.fill('#_code', letter.code);
      await page.locator('main form .button-solid').tap();
    };
    await enterCode('回答をはじめる');
    await page.locator('input[value=agree]').check();
    while (await page.locator('main form').count()) await page.locator('main form .button-solid').tap();
    await page.getByText('回答を受け付けました').waitFor();
    await page.getByRole('button', { name: '最初の画面に戻る' }).tap();

    await choose(page, 'English');
    await enterCode('Start answering');
    await page.getByText(wordsOf('en').kiosk.codeReply.used).waitFor();
    await choose(page, '한국어');
    expect(await page.textContent('.field-error')).toContain(wordsOf('ko').kiosk.codeReply.used);
    expect(await page.inputValue('#_code')).toBe(letter.code);
    await page.context().close();
  });

  it('keeps an answer that it had not sent when it was shut out, and sends it after pairing again', async () => {
    const page = await openTablet('止める端末', round.id);
    const before = await nStored();
    await page.context().setOffline(true);
    await answer(page);
    await page.getByText('回答を安全に預かりました').waitFor();
    expect(await isInSight(page, '[data-waiting]')).toBe(true);
    await revoke('止める端末');
    await page.context().setOffline(false);
    await page.goto(`${server.origin}/kiosk`);
    await page.getByText('送信を待っている回答が1件あります').waitFor();
    expect(await isInSight(page, '[data-waiting]')).toBe(true);
    expect(await nStored()).toBe(before);
    await pair(page, await register('止める端末', round.id));
    await expect.poll(nStored, { timeout: 20_000 }).toBe(before + 1);
    await expect.poll(() => page.locator('[data-waiting]').count(), { timeout: 20_000 }).toBe(0);
    await page.context().close();
  });

  it('does not load itself anew while only its page holds an answer', async () => {
    const context = await browser.newContext({ hasTouch: true });
    // As over plain http: the browser does not encrypt, so nothing is written.
    await context.addInitScript(() =>
      Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }),
    );
    const page = await context.newPage();
    const before = await nStored();
    const code = await register('httpの端末', round.id);
    await page.clock.install();
    await page.goto(`${server.origin}/kiosk`);
    await pair(page, code);
    await context.setOffline(true);
    await answer(page);
    await page.getByText('この画面を閉じると失われます').waitFor();
    await page.clock.runFor(11_000);
    await page.getByRole('button', { name: '回答をはじめる' }).waitFor();
    await revoke('httpの端末');
    await context.setOffline(false);
    await page.clock.runFor(65_000);
    expect(await page.locator('[data-waiting="1"]').count()).toBe(1);
    const second = await context.newPage();
    await second.goto(`${server.origin}/kiosk`);
    await pair(second, await register('httpの端末', round.id));
    await page.clock.runFor(6_000);
    await expect.poll(nStored, { timeout: 20_000 }).toBe(before + 1);
    await context.close();
  });

  it('is never kept by a browser or a proxy', async () => {
    const response = await fetch(`${server.origin}/kiosk`);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect((await fetch(`${server.origin}/kiosk/answers`, { method: 'POST', body: '' })).status).toBe(415);
    const foreign = await fetch(`${server.origin}/kiosk/answers`, {
      method: 'POST',
      body: new URLSearchParams({ a: 'b' }),
    });
    expect(foreign.status).toBe(401);
  });

  it('is counted by device, agrees with the dashboard, and ends when it is revoked', async () => {
    const n = await nStored();
    await office.goto(`${server.origin}/staff/devices`);
    // Two came from tablets that were paired again.
    expect(await office.textContent('[data-device="総合案内"]')).toContain(`${round.title}: ${n - 2}件`);
    await office.goto(`${server.origin}/staff/rounds/${round.id}/dashboard`);
    expect(await office.textContent('#answer-count')).toBe(String(n));
    await revoke('総合案内');
    const page = await openKiosk();
    await page.fill('#code', '1');
    await page.close();
  });
});
