import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeDemoAccounts } from '#app/demo/demo-accounts.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { type Connection, connect } from '#db/connect.ts';
import { dialects } from '#db/dialect.ts';
import type { ApiEvaluation } from '#surveys/evaluation/api-evaluation.ts';
import { type AppServer, demoLogin, postForm, startAppServer } from '#tests/helpers/app-server.ts';
import { launchBrowser, openDesktop, openPhone } from '#tests/helpers/browser.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { fieldRound, launchShortRound, publishRound } from '#tests/helpers/office.ts';
import { fillPage, follow, press } from '#tests/helpers/resident-journey.ts';

const WARD = resolve('tests/fixtures/wards/minatodai');
const planId = 'minatodai-r7';
const anotherWard = /此花|konohana|고노하나|कोनोहाना|27104/i;

describe.each(dialects)('a ward that the software was not made for (%s)', (dialect) => {
  let database: TestDatabase;
  let connection: Connection;
  let server: AppServer;
  let browser: Browser;
  let roundId = '';

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    server = await startAppServer({ databaseUrl: database.url, isDemo: false, env: { WARD } });
    connection = connect(database.url);
    await storeDemoAccounts(connection.db);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await connection?.close();
    await server?.stop();
    await database?.drop();
  });

  /** What the open page says, markup and data included, once it is sure that it is no other ward's. */
  async function read(page: Page): Promise<string> {
    const html = await page.content();
    expect(html, page.url()).not.toMatch(anotherWard);
    return html;
  }
  const visit = async (page: Page, path: string) => {
    await page.goto(`${server.origin}${path}`);
    return read(page);
  };
  async function openOffice(role: 'staff' | 'manager'): Promise<Page> {
    const { page } = await openDesktop(browser);
    const { name, password } = demoLogin(role);
    await visit(page, '/login');
    await page.fill('#name', name);
    await page.fill('#password', password);
    await press(page, 'ログイン');
    await read(page);
    return page;
  }

  it('welcomes people in its own name', async () => {
    expect(server.output()).toContain('汐見市みなと台区');
    expect(server.output()).not.toMatch(anotherWard);
    const { page } = await openDesktop(browser);
    await visit(page, '/');
    expect(await page.textContent('footer')).toContain('みなと台区役所');
    expect(await visit(page, '/plans/minatodai-r4/evaluations/2022')).toContain('38.5');
    await page.context().close();
  });

  it('is asked what its clerk chose of one of its plans, step by step', async () => {
    roundId = await launchShortRound(server, 'みなと台の調査', { planId, indicatorIds: ['1-1', '2-1-i'] });
    const clerk = await openOffice('staff');
    for (const path of ['', '/setup/questionnaire', '/frame', '/dashboard']) {
      await visit(clerk, `/staff/rounds/${roundId}${path}`);
    }
    await visit(clerk, '/staff/rounds/new');
    await clerk.context().close();
  });

  it('has its population fetched by its own code', async () => {
    const clerk = await openOffice('staff');
    await visit(clerk, '/staff/rounds/new');
    await clerk.check(`input[name="planId"][value="${planId}"]`);
    await follow(clerk.getByRole('button', { name: 'この調査票で準備する' }).first());
    const draftId = new URL(clerk.url()).pathname.split('/')[3] ?? '';
    const frame = await visit(clerk, `/staff/rounds/${draftId}/frame`);
    expect(await clerk.inputValue('#areaCode')).toBe('99101');
    expect(frame).toContain('みなと台区は99101です。');
    expect(frame).toContain('住民基本台帳(みなと台区)');
    await clerk.context().close();
  });

  it('gets an answer from a phone', async () => {
    const phone = await (await openPhone(browser)).newPage();
    await visit(phone, '/');
    await follow(phone.locator(`a[href="/s/${roundId}"]`).first());
    expect(await read(phone)).toContain('みなと台区役所');
    const asked = await fillPage(phone, { 'q1-1': 'yes', 'q2-1-i': 'no', area: 'kita' });
    expect(asked).toEqual(['q1-1', 'q2-1-i', 'sex', 'age', 'area']);
    await press(phone, wordsOf('ja').answer.single.toReview);
    await read(phone);
    await press(phone, wordsOf('ja').answer.review.send);
    await read(phone);
    expect(await phone.textContent('h1')).toContain(wordsOf('ja').answer.sent.title);
    expect(await visit(phone, `/s/${roundId}?lang=en`)).toContain('Minatodai ward office');
    await phone.context().close();
  });

  it('is published, and shown beside the target of the plan that was chosen', async () => {
    for (let n = 1; n <= 19; n += 1) {
      const answers = { 'q1-1': n <= 14 ? 'yes' : 'no', 'q2-1-i': 'yes' };
      const fields = { ...answers, _key: `a-key-of-the-test-of-another-ward-${n}` };
      expect((await postForm(`${server.origin}/s/${roundId}`, fields)).status).toBe(303);
    }
    await fieldRound(server, roundId, 'close');
    await fieldRound(server, roundId, 'finalise');
    const manager = await openOffice('manager');
    await visit(manager, `/manager/rounds/${roundId}`);
    await visit(manager, `/manager/rounds/${roundId}/approval`);
    await publishRound(server, roundId);
    const overview = await visit(manager, `/plans/${planId}/evaluations/2026`);
    expect(overview).toContain('みなと台区まちづくり計画');
    const section = await visit(manager, `/plans/${planId}/evaluations/2026/sections/1-1`);
    expect(section).toMatch(/75\.0%[\s\S]*公表値/);
    const path = `/api/v1/plans/${planId}/evaluations/2026`;
    const evaluation: ApiEvaluation = await (await fetch(`${server.origin}${path}`)).json();
    expect(evaluation.ward).toEqual({ name: 'みなと台区', code: '991015' });
    const shown = evaluation.indicators.map(({ id, target, result }) => [id, target.value, result?.display]);
    expect(shown).toEqual([
      ['1-1', 60, '75.0'],
      ['2-1-i', 30, '95.0'],
      ['2-1-ii', 70, undefined],
    ]);
    await manager.context().close();
  });

  it('keeps its other plan as it was, and has a page for what is not there', async () => {
    const { page } = await openDesktop(browser);
    expect(await visit(page, '/plans/minatodai-r4/evaluations/2026')).not.toContain('75.0');
    await visit(page, '/nowhere');
    await page.context().close();
  });
});
