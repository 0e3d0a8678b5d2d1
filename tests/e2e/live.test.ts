import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type AppServer,
  demoLogin,
  describeOnEachServer,
  logIn,
  postForm,
  startAppServer,
} from '#tests/helpers/app-server.ts';
import { launchBrowser, openDesktop } from '#tests/helpers/browser.ts';
import { createTestDatabase } from '#tests/helpers/databases.ts';
import { countAnswers, launchShortRound } from '#tests/helpers/office.ts';
import { follow, press, pressFinal } from '#tests/helpers/resident-journey.ts';

async function signIn(page: Page, server: AppServer, role: 'staff' | 'manager'): Promise<void> {
  const { name, password } = demoLogin(role);
  await page.goto(`${server.origin}/login`);
  await page.getByLabel('ログイン名').fill(name);
  await page.getByLabel('パスワード').fill(password);
  await press(page, 'ログイン');
}

/** A clerk prepares a short round on one page, step by step, and asks for its approval. */
async function prepareByHand(
  page: Page,
  server: AppServer,
): Promise<{ roundId: string; fiscalYear: string }> {
  const saveStep = () => press(page, '保存して次へ');
  await page.goto(`${server.origin}/staff`);
  await follow(page.getByRole('link', { name: '調査回をつくる' }));
  await follow(page.locator('button[name="questionnaireId"][value="residents"]'));
  const roundId = new URL(page.url()).pathname.split('/')[3] ?? '';

  await page.getByLabel('調査回の名前').fill('窓口の短い調査');
  for (const box of await page.locator('input[name="indicatorIds"]').all()) {
    await box.setChecked((await box.getAttribute('value')) === '1-1');
  }
  await page.locator('select[name="planId"]').selectOption('konohana-demo');
  const fiscalYear = await page.locator('select[name="fiscalYear"]').inputValue();
  await page.locator('input[name="layout"][value="single"]').check();
  await saveStep();
  await page.locator('input[name="mode"][value="link"]').check();
  await saveStep();
  await saveStep();
  await page.locator('input[name="opensAt"]').fill('2026-01-01T09:00');
  await saveStep();
  await saveStep();
  await press(page, '承認を依頼する');
  return { roundId, fiscalYear };
}

const submissionKey = (n: number) => `a-key-made-by-the-tests-${n}`;

const answer = (server: AppServer, roundId: string, n: number, code: string) =>
  postForm(`${server.origin}/s/${roundId}`, { 'q1-1': code, comment: '', _key: submissionKey(n) });

describeOnEachServer('a round followed live', (getServer, dialect) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test('moves its count with each answer, its percentages with the tenth, and once published ends in the evaluation', async () => {
    const server = getServer();
    const staff = await openDesktop(browser);
    const manager = await openDesktop(browser);
    await signIn(staff.page, server, 'staff');
    const { roundId, fiscalYear } = await prepareByHand(staff.page, server);

    await signIn(manager.page, server, 'manager');
    await manager.page.goto(`${server.origin}/manager/rounds/${roundId}/approval`);
    await press(manager.page, '承認する');
    await manager.page.goto(`${server.origin}/manager/rounds/${roundId}`);
    await manager.page.locator('[data-line="connected"]').waitFor();
    await manager.page.evaluate(() => {
      document.body.dataset.neverReloaded = 'true';
    });
    const count = (n: number) => manager.page.locator('#answer-count', { hasText: new RegExp(`^${n}$`) });
    const figure = manager.page.locator('[data-indicator="1-1"] [data-value]');
    await count(0).waitFor();

    const delaysMs: number[] = [];
    for (let n = 1; n <= 10; n++) {
      expect(await figure.count(), `no figure before the tenth answer (${n})`).toBe(0);
      expect((await answer(server, roundId, n, n <= 7 ? 'agree' : 'disagree')).status).toBe(303);
      const acceptedAt = performance.now();
      await count(n).waitFor({ timeout: 5000 });
      delaysMs.push(performance.now() - acceptedAt);
    }
    expect(delaysMs.sort((a, b) => a - b)[5]).toBeLessThan(1000);
    await figure.filter({ hasText: '70.0' }).waitFor({ timeout: 5000 });
    expect(await manager.page.locator('body').getAttribute('data-never-reloaded')).toBe('true');

    await staff.page.reload();
    await pressFinal(staff.page, '受付を終了する');
    await pressFinal(staff.page, '結果を確定する');
    await staff.page.getByText('結果は確定しています。').waitFor();
    await manager.page.getByText('確定値').first().waitFor({ timeout: 5000 });
    const toEvaluation = staff.page.getByRole('link', { name: '評価のページ' });
    expect(await toEvaluation.count(), 'no link to a page without the result').toBe(0);

    await manager.page.goto(`${server.origin}/manager`);
    await follow(manager.page.getByRole('link', { name: /窓口の短い調査.*公表する/ }));
    await press(manager.page, '結果を公表する');
    await staff.page.reload();
    await staff.page.getByText('結果は公表しています。').waitFor();
    await follow(toEvaluation);
    expect(new URL(staff.page.url()).pathname).toBe(`/plans/konohana-demo/evaluations/${fiscalYear}`);
    const row = staff.page.getByRole('row').filter({ hasText: '声かけ' });
    expect(await row.textContent()).toContain('70.0');
    expect(await row.textContent()).toContain('公表値');
    expect([...staff.errors, ...manager.errors]).toEqual([]);
    await staff.page.context().close();
    await manager.page.context().close();
  });

  test('counts the same submission once, though it comes ten times at once', async () => {
    const server = getServer();
    const roundId = await launchShortRound(server, '同じ回答が何度も届く調査');
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => answer(server, roundId, 0, 'rather-agree')),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array(10).fill(303));
    expect(new Set(responses.map(({ headers }) => headers.get('Location'))).size).toBe(1);
    expect(await countAnswers(server, roundId)).toBe(1);
  });

  test('finds its way back by itself after the server was restarted', async () => {
    const database = await createTestDatabase(dialect);
    const start = (port?: number) =>
      startAppServer({ databaseUrl: database.url, isDemo: true, ...(port && { port }) });
    let server = await start();
    const { page } = await openDesktop(browser);
    try {
      const roundId = await launchShortRound(server, '途中で止まる調査');
      await signIn(page, server, 'manager');
      await page.goto(`${server.origin}/manager/rounds/${roundId}`);
      await page.locator('[data-line="connected"]').waitFor();
      await server.stop();
      await page.locator('[data-line="reconnecting"]').waitFor();
      server = await start(Number(new URL(server.origin).port));
      await answer(server, roundId, 1, 'agree');
      await page.locator('#answer-count', { hasText: /^1$/ }).waitFor({ timeout: 15_000 });
      await page.locator('[data-line="connected"]').waitFor();
    } finally {
      await page.context().close();
      await server.stop();
      await database.drop();
    }
  });

  test('shows the same figures to a browser without JavaScript on each reload', async () => {
    const server = getServer();
    const roundId = await launchShortRound(server, '読み込み直して見る調査');
    const headers = { Cookie: await logIn(server, 'manager') };
    const load = async () => (await fetch(`${server.origin}/manager/rounds/${roundId}`, { headers })).text();
    expect(await load()).toMatch(/id="answer-count"[^>]*>0</);
    for (let n = 1; n <= 10; n++) await answer(server, roundId, n, 'agree');
    await expect.poll(load, { timeout: 5000 }).toMatch(/id="answer-count"[^>]*>10<[\s\S]*100\.0/);
  });
});
