import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { describeOnEachServer } from '#tests/helpers/app-server.ts';
import { launchBrowser, openPhone } from '#tests/helpers/browser.ts';
import { countAnswers } from '#tests/helpers/office.ts';
import {
  answerToReview,
  beginFromHome,
  fillPage,
  follow,
  goOn,
  listQuestions,
  press,
} from '#tests/helpers/resident-journey.ts';

const opinions = {
  'q1-1': 'agree',
  'q1-2-ii': 'rather-agree',
  'q1-4-i': 'dont-know',
  'q2-1-i': 'rather-disagree',
  'q2-1-ii': 'disagree',
  'q2-3-iii': 'knows',
  comment: '夜の防災訓練に行きたいです。\n駅前の道が暗い。',
  sex: 'f',
  age: '70-79',
  area: 'denpo',
};
const passesScreens = {
  ...opinions,
  'q1-2-i-aware': 'knows',
  'q1-2-i': 'rather-agree',
  'q2-2-consulted': 'consulted',
  'q2-2': 'agree',
  'q2-3-i-visited': 'visited',
  'q2-3-i': 'agree',
};
const isScreenedOut = {
  ...opinions,
  'q1-2-i-aware': 'does-not-know',
  'q2-2-consulted': 'not-consulted',
  'q2-3-i-visited': 'not-visited',
};
const screened = ['q1-2-i', 'q2-2', 'q2-3-i'];

describeOnEachServer('a resident on a phone without JavaScript', (getServer) => {
  let browser: Browser;
  let phone: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    phone = await openPhone(browser);
    page = await phone.newPage();
  });
  afterEach(() => phone.close());

  const send = (options?: { clickCount: number }) =>
    follow(page.getByRole('button', { name: 'この内容で送信する' }), options);
  const receipt = async () => (await page.getByText(/^\d{4}-\d{4}-\d{4}$/).textContent()) ?? '';

  test('is asked everything when the screens are passed, and gets a receipt', async () => {
    const roundId = await beginFromHome(page, getServer().origin);
    const nBefore = await countAnswers(getServer(), roundId);
    expect(await answerToReview(page, passesScreens)).toEqual(
      expect.arrayContaining(Object.keys(passesScreens)),
    );
    expect(await page.locator('main').textContent()).toContain(
      '夜の防災訓練に行きたいです。\n駅前の道が暗い。',
    );
    await send();
    expect(await page.locator('h1').textContent()).toContain('回答を受け付けました');
    expect(await receipt()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect(await countAnswers(getServer(), roundId)).toBe(nBefore + 1);
  });

  test('never sees the pages behind a screen that was not passed', async () => {
    await beginFromHome(page, getServer().origin);
    const asked = await answerToReview(page, isScreenedOut);
    expect(asked).toEqual(expect.arrayContaining(Object.keys(isScreenedOut)));
    expect(asked.filter((id) => screened.includes(id))).toEqual([]);
    await send();
    expect(await receipt()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  });

  test('finds every answer kept on going back, also what was not finished', async () => {
    await beginFromHome(page, getServer().origin);
    await fillPage(page, { 'q1-1': 'rather-disagree' });
    await goOn(page);
    await fillPage(page, { 'q1-2-i-aware': 'knows' });
    await press(page, '戻る');
    expect(await page.locator('input[name="q1-1"][value="rather-disagree"]').isChecked()).toBe(true);
    await goOn(page);
    expect(await page.locator('input[name="q1-2-i-aware"][value="knows"]').isChecked()).toBe(true);
  });

  test('is led from the error summary to the field that needs an answer', async () => {
    await beginFromHome(page, getServer().origin);
    await goOn(page);
    const summary = page.getByRole('alert');
    expect(await summary.textContent()).toContain('1件');
    expect(await page.title()).toMatch(/^エラー/);
    await summary.getByRole('link').first().click();
    expect(new URL(page.url()).hash).toBe('#q-q1-1');
    expect(await page.locator('#q-q1-1:target').isVisible()).toBe(true);
  });

  test('keeps what was typed beside a field that is wrong', async () => {
    await beginFromHome(page, getServer().origin);
    const picks = Object.entries(isScreenedOut).filter(([id]) => id !== 'comment');
    while (!(await listQuestions(page)).includes('comment')) {
      await fillPage(page, Object.fromEntries(picks));
      await goOn(page);
    }
    const tooLong = 'あ'.repeat(1001);
    await page.locator('#q-comment').fill(tooLong);
    await goOn(page);
    expect(await page.locator('#q-comment').inputValue()).toBe(tooLong);
    expect(await page.getByRole('alert').textContent()).toContain('問');
  });

  test('goes on where they left off after closing the page', async () => {
    const roundId = await beginFromHome(page, getServer().origin);
    await fillPage(page, isScreenedOut);
    await goOn(page);
    await fillPage(page, isScreenedOut);
    await goOn(page);
    const leftAt = await listQuestions(page);
    await page.close();
    page = await phone.newPage();
    expect(await beginFromHome(page, getServer().origin)).toBe(roundId);
    expect(await listQuestions(page)).toEqual(leftAt);
    await press(page, '戻る');
    expect(await page.locator('input[name="q1-2-i-aware"][value="does-not-know"]').isChecked()).toBe(true);
  });

  test('changes one page from the review and comes back to it', async () => {
    await beginFromHome(page, getServer().origin);
    await answerToReview(page, isScreenedOut);
    await follow(page.locator('a[href*="/p/community?"]'));
    await fillPage(page, { 'q1-1': 'disagree' });
    await press(page, '確認画面へ戻る');
    expect(new URL(page.url()).pathname).toMatch(/\/review$/);
    expect(await page.locator('main').textContent()).toContain('実感していない');
  });

  test('still comes back to the review after correcting what was wrong on the changed page', async () => {
    await beginFromHome(page, getServer().origin);
    await answerToReview(page, { ...isScreenedOut, comment: '短い' });
    await follow(page.locator('a[href*="/p/free-text?"]'));
    await fillPage(page, { comment: 'あ'.repeat(1001) });
    await press(page, '確認画面へ戻る');
    await fillPage(page, { comment: '直しました' });
    await press(page, '確認画面へ戻る');
    expect(new URL(page.url()).pathname).toMatch(/\/review$/);
    expect(await page.locator('main').textContent()).toContain('直しました');
  });

  /** Up to the page of the free text, with a text that is saved and one in its place that is too long. */
  const typeTooMuch = async () => {
    await beginFromHome(page, getServer().origin);
    await answerToReview(page, { ...isScreenedOut, comment: '前の意見' });
    await follow(page.locator('a[href*="/p/free-text?"]'));
    const tooLong = 'あ'.repeat(1001);
    await fillPage(page, { comment: tooLong });
    return tooLong;
  };

  test('finds a text that was too long as it was typed, after going back from it', async () => {
    const tooLong = await typeTooMuch();
    await page.goto(page.url().replace('?return=review', ''));
    await fillPage(page, { comment: tooLong });
    await press(page, '戻る');
    expect(await page.getByRole('alert').count()).toBe(0);
    await goOn(page);
    expect(await page.locator('#q-comment').inputValue()).toBe(tooLong);
    expect(await page.getByRole('alert').textContent()).toContain('1000文字以内');
    expect(await page.title()).toMatch(/^エラー/);
  });

  test('sees on the review what was saved, and that a text put in its place was too long', async () => {
    const tooLong = await typeTooMuch();
    await press(page, '確認画面へ戻る');
    await page.goto(page.url().replace(/\/p\/free-text.*$/, '/review'));
    expect(await page.locator('main').textContent()).toContain('前の意見');
    await follow(page.getByRole('alert').getByRole('link'));
    expect(await page.locator('#q-comment').inputValue()).toBe(tooLong);
    await fillPage(page, { comment: '新しい意見' });
    await press(page, '確認画面へ戻る');
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.locator('main').textContent()).toContain('新しい意見');
    await send();
    expect(await receipt()).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  });

  test('keeps the receipt through a double tap, a reload, and sending the same page again', async () => {
    const roundId = await beginFromHome(page, getServer().origin);
    await answerToReview(page, isScreenedOut);
    const nBefore = await countAnswers(getServer(), roundId);
    const form = { _key: await page.locator('input[name="_key"]').inputValue() };
    const again = () => phone.request.post(`${getServer().origin}/s/${roundId}/review`, { form });
    await send({ clickCount: 2 });
    const first = await receipt();
    await page.reload();
    expect(await receipt()).toBe(first);
    for (const response of await Promise.all([again(), again()])) expect(response.url()).toContain(first);
    expect(await countAnswers(getServer(), roundId)).toBe(nBefore + 1);
  });

  test('sees no wider page than the screen', async () => {
    const { origin } = getServer();
    const tooWide: string[] = [];
    const check = async () => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 360) tooWide.push(`${page.url()} is ${width} px wide`);
    };
    await page.goto(`${origin}/`);
    await check();
    await beginFromHome(page, origin);
    while (!page.url().endsWith('/review')) {
      await check();
      await fillPage(page, passesScreens);
      await goOn(page);
    }
    await check();
    expect(tooWide).toEqual([]);
  });
});
