import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postForm, useAppServer } from '#tests/helpers/app-server.ts';
import { launchBrowser, openPhone } from '#tests/helpers/browser.ts';
import { launchLetterRound, mailLetters, openOffice } from '#tests/helpers/letter-round.ts';
import { fieldRound, launchShortRound } from '#tests/helpers/office.ts';
import { beginFromHome, fillPage, goOn, press } from '#tests/helpers/resident-journey.ts';

const required = {
  'q1-1': 'agree',
  'q1-2-i-aware': 'does-not-know',
  'q1-2-ii': 'rather-agree',
  'q1-4-i': 'dont-know',
  'q2-1-i': 'rather-disagree',
  'q2-1-ii': 'disagree',
  'q2-3-iii': 'knows',
  'q2-2-consulted': 'not-consulted',
  'q2-3-i-visited': 'not-visited',
};

describe('a resident who changes the language', () => {
  const getServer = useAppServer({ dialect: 'sqlite', isDemo: true });
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

  const language = () => page.locator('html').getAttribute('lang');
  const heading = async () => (await page.locator('h1').textContent()) ?? '';
  const isChecked = (name: string, value: string) =>
    page.locator(`input[name="${name}"][value="${value}"]`).isChecked();
  const goOnInEnglish = () => press(page, 'Next');

  test('keeps the chosen answers, goes on in English, and gets the receipt in English', async () => {
    await beginFromHome(page, getServer().origin);
    await fillPage(page, required);
    await goOn(page);
    await fillPage(page, { 'q1-2-i-aware': 'does-not-know' });
    await press(page, 'English');
    expect(await language()).toBe('en');
    expect(await isChecked('q1-2-i-aware', 'does-not-know')).toBe(true);
    await goOnInEnglish();

    while (!new URL(page.url()).pathname.endsWith('/review')) {
      await fillPage(page, required);
      await goOnInEnglish();
    }
    expect(await heading()).toBe('Check your answers');
    await press(page, '日本語');
    expect(await heading()).toBe('回答内容の確認');
    await press(page, 'English');
    await press(page, 'Send these answers');
    expect(await heading()).toContain('Your answers have arrived');
    expect(await language()).toBe('en');
    expect(await page.getByText(/^\d{4}-\d{4}-\d{4}$/).count()).toBe(1);
  });

  test('is told in English what has to be corrected, and keeps a text that is too long', async () => {
    await beginFromHome(page, getServer().origin);
    await press(page, 'English');
    await goOnInEnglish();
    expect(await page.getByRole('alert').textContent()).toContain('Question 1: Please choose');
    expect(await page.title()).toMatch(/^Error: /);
    while (!(await page.locator('#q-comment').count())) {
      await fillPage(page, required);
      await goOnInEnglish();
    }
    const tooLong = 'a'.repeat(1001);
    await page.locator('#q-comment').fill(tooLong);
    await press(page, '日本語');
    expect(await language()).toBe('ja');
    expect(await page.locator('#q-comment').inputValue()).toBe(tooLong);
  });

  test('keeps the answers of a questionnaire on one page, and is told in English when it has closed', async () => {
    const roundId = await launchShortRound(getServer(), '一枚の調査');
    await page.goto(`${getServer().origin}/s/${roundId}?lang=en`);
    await fillPage(page, { 'q1-1': 'disagree' });
    await press(page, '日本語');
    expect(await language()).toBe('ja');
    expect(await isChecked('q1-1', 'disagree')).toBe(true);
    await press(page, 'English');
    await press(page, 'Check your answers');
    expect(await heading()).toBe('Check your answers');
    await press(page, 'Send these answers');
    expect(await heading()).toContain('Your answers have arrived');

    await fieldRound(getServer(), roundId, 'close');
    await page.goto(`${getServer().origin}/s/${roundId}?lang=en`);
    expect(await heading()).toBe('This survey is closed');
    expect(await language()).toBe('en');
  });

  test('is refused kindly in English with a letter that was answered already', async () => {
    const office = await openOffice(getServer());
    const roundId = await launchLetterRound(office, 'pages');
    const [letter] = await mailLetters(office, roundId);
    if (!letter) throw new Error('no letter was made');
    await page.goto(`${letter.link}?lang=en`);
    expect(page.url()).toBe(`${getServer().origin}/s/${roundId}?code=read&lang=en`);
    await press(page, 'Start answering');
    await fillPage(page, required);
    await goOnInEnglish();
    while (!new URL(page.url()).pathname.endsWith('/review')) await goOnInEnglish();
    await press(page, 'Send these answers');
    expect(await heading()).toContain('Your answers have arrived');

    await page.goto(`${getServer().origin}/c?lang=en`);
    await page.fill('[name="_code"]', 'AB');
    await press(page, 'Open the survey');
    expect(await page.textContent('.field-error')).toContain('14 characters');
    await page.fill('[name="_code"]', letter.code);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/code\/used/);
    expect(await heading()).toContain('have already arrived');
    expect(await language()).toBe('en');
  });

  test('has each language under one address that is the same for everyone', async () => {
    const address = `${getServer().origin}/s/demo-residents-2026?lang=en`;
    const first = await fetch(address);
    const again = await fetch(address, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } });
    expect([first.status, again.status]).toEqual([200, 304]);
    const withCookie = await fetch(address, { headers: { Cookie: 'koebako_visit=something' } });
    expect(await withCookie.text()).toBe(await first.text());
    const begun = await postForm(address, {});
    expect(begun.headers.get('Location')).toMatch(/^\/s\/demo-residents-2026\/p\/[^?]+\?lang=en$/);
  });
});
