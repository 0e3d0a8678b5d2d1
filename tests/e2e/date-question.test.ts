import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languageNames } from '#app/i18n/language-names.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { type Connection, connect } from '#db/connect.ts';
import { dialects } from '#db/dialect.ts';
import { insertRound } from '#db/queries/round.ts';
import { locales } from '#surveys/text.ts';
import { type AppServer, logIn, startAppServer } from '#tests/helpers/app-server.ts';
import { launchBrowser, openDesktop, openPhone } from '#tests/helpers/browser.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { dateQuestionnaire, lastVisit } from '#tests/helpers/date-questionnaire.ts';
import { makeRound } from '#tests/helpers/make-round.ts';
import { goOn, press } from '#tests/helpers/resident-journey.ts';

const round = makeRound({
  planId: 'konohana-demo',
  audience: 'visitors',
  design: 'self-selected',
  opensAt: '2026-01-01T00:00:00.000Z',
  closesAt: '2099-12-31T00:00:00.000Z',
  isDemo: true,
  title: '来庁の調査',
  questionnaire: dateQuestionnaire,
});

describe.each(dialects)('a question for a date (%s)', (dialect) => {
  let database: TestDatabase;
  let connection: Connection;
  let server: AppServer;
  let browser: Browser;
  let office: Page;

  beforeAll(async () => {
    database = await createTestDatabase(dialect);
    server = await startAppServer({ databaseUrl: database.url, isDemo: true });
    connection = connect(database.url);
    await insertRound(connection.db, round);
    browser = await launchBrowser();
    office = (await openDesktop(browser)).page;
    const [name = '', value = ''] = (await logIn(server, 'staff')).split(/=(.*)/s);
    await office.context().addCookies([{ name, value, url: server.origin }]);
  });
  afterAll(async () => {
    await browser?.close();
    await connection?.close();
    await server?.stop();
    await database?.drop();
  });

  const fields = (page: Page) => page.locator(`input[name="${lastVisit.id}"]`);
  const typedIn = (page: Page) =>
    fields(page).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
  async function type(page: Page, ...parts: readonly string[]): Promise<void> {
    for (const [index, part] of parts.entries()) await fields(page).nth(index).fill(part);
  }
  async function begin(): Promise<Page> {
    const page = await (await openPhone(browser)).newPage();
    await page.goto(`${server.origin}/s/${round.id}`);
    await press(page, '回答をはじめる');
    return page;
  }
  const alert = (page: Page) => page.getByRole('alert').textContent();

  it('is answered on a phone in three fields, corrected where it is none, and read back', async () => {
    const page = await begin();
    await type(page, '2026', '2', '30');
    await goOn(page);
    expect(await alert(page)).toContain('正しい日付を入力してください');
    expect(await typedIn(page)).toEqual(['2026', '2', '30']);
    await type(page, '2026', '', '28');
    await goOn(page);
    expect(await alert(page)).toContain('月も入力してください');
    await type(page, '2199', '2', '28');
    await goOn(page);
    expect(await alert(page)).toContain('それより前の日を入力してください');
    await type(page, '２０２６', '２', '２８');
    await goOn(page);
    expect(await page.textContent('main')).toContain('2026年2月28日');
    await press(page, wordsOf('ja').answer.review.send);
    expect(await page.textContent('h1')).toContain('受け付けました');
    const { answers } = await connection.db
      .selectFrom('intake')
      .select('answers')
      .where('round_id', '=', round.id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(answers)).toEqual({ [lastVisit.id]: '2026-02-28' });
  });

  it('speaks every language of the round, and keeps what was typed through a change of it', async () => {
    const page = await begin();
    await type(page, '2026', '2', '30');
    for (const locale of locales.slice(1)) {
      await press(page, languageNames[locale]);
      const { date } = wordsOf(locale).form;
      const labels = page.locator(`#q-${lastVisit.id} label`);
      const shown = await labels.evaluateAll((elements) =>
        elements.map((element) => {
          for (const reading of element.querySelectorAll('rt, rp')) reading.remove();
          return element.textContent;
        }),
      );
      const plain = (text: string) => text.replace(/《[^》]*》/g, '');
      expect(shown).toEqual([date.year, date.month, date.day].map(plain));
      expect(await typedIn(page)).toEqual(['2026', '2', '30']);
    }
  });

  it('is answered on a tablet', async () => {
    await office.goto(`${server.origin}/staff/devices`);
    await office.fill('#name', '総合案内');
    await office.selectOption('main form >> #round', round.id);
    await office.click('button[value=add]');
    const code = (await office.textContent('[data-pairing-code]')) ?? '';
    const page = await (await browser.newContext({ hasTouch: true })).newPage();
    await page.goto(`${server.origin}/kiosk`);
    await page.fill('#code', code);
    await page.click('button');
    await page.getByRole('button', { name: '回答をはじめる' }).tap();
    await type(page, '2026', '13', '1');
    await page.getByRole('button', { name: '送信する' }).tap();
    await page.getByRole('alert').waitFor();
    expect(await typedIn(page)).toEqual(['2026', '13', '1']);
    await type(page, '令和8', '1', '31');
    await page.getByRole('button', { name: '送信する' }).tap();
    await page.getByText('ありがとうございました').waitFor();
    await expect
      .poll(async () => {
        const rows = await connection.db
          .selectFrom('intake')
          .select('answers')
          .where('round_id', '=', round.id)
          .execute();
        return rows.map(({ answers }) => JSON.parse(answers)[lastVisit.id]).sort();
      })
      .toEqual(['2026-01-31', '2026-02-28']);
  });

  it('is printed with its three blanks, and keyed as it is written', async () => {
    await office.goto(`${server.origin}/staff/rounds/${round.id}/paper`);
    expect(await office.locator('.paper-question .paper-line').first().textContent()).toBe('年月日');
    await office.goto(`${server.origin}/staff/rounds/${round.id}/keying`);
    expect(await office.textContent('main')).toContain('20260503');
    await office.fill('[name="_serial"]', '1');
    await office.fill(`[name="${lastVisit.id}"]`, 'R8.2.30');
    await office.keyboard.press('Enter');
    expect(await office.getByRole('alert').textContent()).toContain('正しい日付');
    await office.fill(`[name="${lastVisit.id}"]`, 'R8.2.28');
    await office.keyboard.press('Enter');
    await office.getByRole('status').filter({ hasText: '通し番号 1' }).waitFor();
  });
});
