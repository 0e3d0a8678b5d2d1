import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';
import { dialects } from '#db/dialect.ts';
import { insertRound } from '#db/queries/round.ts';
import { nResponses } from '#db/queries/tally.ts';
import { makeRound } from '#tests/db/round-fixture.ts';
import { type AppServer, demoLogin, startAppServer } from '#tests/helpers/app-server.ts';
import { launchBrowser } from '#tests/helpers/browser.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';

const round = makeRound({
  planId: 'konohana-demo',
  title: '窓口アンケート',
  design: 'self-selected',
  opensAt: '2026-01-01T00:00:00.000Z',
  closesAt: '2099-12-31T00:00:00.000Z',
  isDemo: true,
});

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

  it('is paired with the code that staff were shown, once', async () => {
    await office.fill('#name', '総合案内');
    await office.selectOption('main form >> #round', round.id);
    await office.click('button[value=add]');
    const code = (await office.textContent('[data-pairing-code]')) ?? '';
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
    await reopened.waitForTimeout(6_000);
    expect(await nStored()).toBe(before + 1);
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
    expect(await office.textContent('[data-device="総合案内"]')).toContain(`${round.title}: ${n}件`);
    await office.goto(`${server.origin}/staff/rounds/${round.id}/dashboard`);
    expect(await office.textContent('#answer-count')).toBe(String(n));
    await office.goto(`${server.origin}/staff/devices`);
    await office.click('button[value=revoke]');
    const page = await openKiosk();
    await page.fill('#code', '1');
    expect(await office.textContent('[data-device="総合案内"]')).toContain('停止済み');
    await page.close();
  });
});
