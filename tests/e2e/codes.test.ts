import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoLogin, describeOnEachServer, postForm } from '#tests/helpers/app-server.ts';
import { launchBrowser, openDesktop, openPhone } from '#tests/helpers/browser.ts';
import {
  launchLetterRound,
  type MailedLetter,
  mailLetters,
  openOffice,
} from '#tests/helpers/letter-round.ts';
import { answerToReview, press } from '#tests/helpers/resident-journey.ts';

/** Sends a request as no browser would, and waits until it was answered. */
function sendRequestLine(host: string, head: string): Promise<void> {
  const { hostname, port } = new URL(`http://${host}`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${head}\r\nConnection: close\r\n\r\n`),
    );
    socket.resume().once('close', resolve).once('error', reject);
  });
}

describeOnEachServer('a resident with a letter', (getServer) => {
  let browser: Browser;
  let office: Awaited<ReturnType<typeof openOffice>>;
  let roundId: string;
  let letters: readonly MailedLetter[];
  const letter = (index: number): MailedLetter => {
    const found = letters[index];
    if (!found) throw new Error(`no letter ${index}`);
    return found;
  };
  const openPage = async (): Promise<Page> => (await openPhone(browser)).newPage();
  const typeCode = async (page: Page, typed: string) => {
    await page.fill('[name="_code"]', typed);
    await press(page, '回答をはじめる');
  };
  const send = (page: Page) => press(page, 'この内容で送信する');

  beforeAll(async () => {
    browser = await launchBrowser();
    office = await openOffice(getServer());
    roundId = await launchLetterRound(office, 'pages');
    letters = await mailLetters(office, roundId);
  });
  afterAll(() => browser?.close());

  test('types the code as it comes, goes on with it on another device, and answers once', async () => {
    expect(letters.map(({ stratum }) => stratum)).toEqual(['北部', '北部', '南部', '南部']);
    const { code, link } = letter(0);
    const page = await openPage();
    await page.goto(`${getServer().origin}/s/${roundId}`);
    await typeCode(page, '');
    expect(await page.textContent('.field-error')).toContain('回答コードを入力してください');
    await typeCode(page, `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`);
    expect(await page.textContent('.field-error')).toContain('打ち間違い');
    await typeCode(
      page,
      code.toLowerCase().replaceAll('-', ' ー ').replaceAll('0', 'o').replaceAll('1', 'l'),
    );
    expect(new URL(page.url()).pathname).toMatch(/\/p\//);
    await page.locator('input[name="q1-1"][value="agree"]').check();
    await press(page, '次へ進む');

    const other = await openPage();
    await other.goto(link);
    expect(other.url()).toBe(`${getServer().origin}/s/${roundId}?code=read`);
    await press(other, '回答をはじめる');
    await answerToReview(other, {});
    await send(other);
    const receipt = await other.textContent('main');
    expect(other.url()).toContain('/sent/');

    await page.goto(`${getServer().origin}/s/${roundId}`);
    await typeCode(page, code);
    expect(await page.textContent('h1')).toContain('もう届いています');
    expect(receipt).toMatch(/\d{4}-\d{4}-\d{4}/);
  });

  test('leaves no code in address, cookie, referrer or log', async () => {
    const { code, link } = letter(1);
    const plain = code.replaceAll('-', '');
    const response = await fetch(link, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('Location')).toBe(`/s/${roundId}?code=read`);
    expect(response.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const cookie = response.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/Max-Age=10800/);
    expect(Buffer.from(cookie, 'latin1').includes(plain)).toBe(false);
    for (const path of [`/c/%E0%A4${plain}`, `/c/${plain}/%`, `//c/${plain}%`, `/c%2f${plain}%`]) {
      await fetch(`${getServer().origin}${path}`, { redirect: 'manual' });
    }
    const { host, origin } = new URL(getServer().origin);
    for (const target of [`${origin}/c/${plain}`, 'http://exa[mple/c/x']) {
      await sendRequestLine(host, `GET ${target} HTTP/1.1\r\nHost: exa[mple/c/${plain}`);
    }
    expect(getServer().output()).not.toContain(plain);
  });

  test('finds the questionnaire from the short address, too', async () => {
    const page = await openPage();
    await page.goto(`${getServer().origin}/c`);
    await page.fill('[name="_code"]', letter(1).code);
    await press(page, 'アンケートを開く');
    expect(page.url()).toBe(`${getServer().origin}/s/${roundId}?code=read`);
    await page.goto(`${getServer().origin}/c/00000-00000-0000`);
    expect(await page.textContent('.field-error')).toContain('見つかりませんでした');
  });

  test('learns kindly that a letter was withdrawn, and answers with the one that replaces it', async () => {
    const codes = `/staff/rounds/${roundId}/codes`;
    await office.post(codes, { action: 'letter', letter: '3', change: 'reissue' });
    const page = await openPage();
    await page.goto(letter(2).link);
    expect(await page.textContent('h1')).toContain('いまは使えません');
    const sheet = await (await office.get(`${codes}/2/sheet/csv`)).text();
    const [, stratum, code = ''] = sheet.trim().split('\r\n')[1]?.split(',') ?? [];
    expect(stratum).toBe('南部');
    await page.goto(`${getServer().origin}/s/${roundId}`);
    await typeCode(page, code);
    expect(new URL(page.url()).pathname).toMatch(/\/p\//);
  });

  test('is told what is kept before beginning, on a first page of at most 8 kB', async () => {
    const html = await (await fetch(`${getServer().origin}/s/${roundId}`)).text();
    for (const text of ['回答コードそのものは保存しません', 'サーバーの管理者', '全員にお送りします']) {
      expect(html).toContain(text);
    }
    const styles = [...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, href]) => href);
    const sizes = await Promise.all(
      styles.map(async (href) => gzipSync(await (await fetch(`${getServer().origin}${href}`)).text()).length),
    );
    expect(gzipSync(html).length + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8 * 1024);
    expect(html).not.toContain('<script');
  });

  test('answers once on a single page, and gets the same receipt for the same sending', async () => {
    const single = await launchLetterRound(office, 'single');
    const [mailed] = await mailLetters(office, single);
    const url = `${getServer().origin}/s/${single}`;
    const answers = { _code: mailed?.code ?? '', 'q1-1': 'agree' };
    const review = await postForm(url, answers);
    expect(review.status).toBe(200);
    const [, key = ''] = /name="_key" value="([^"]+)"/.exec(await review.text()) ?? [];
    const sent = await Promise.all(Array.from({ length: 5 }, () => postForm(url, { ...answers, _key: key })));
    expect(new Set(sent.map(({ headers }) => headers.get('Location'))).size).toBe(1);
    expect(sent[0]?.headers.get('Location')).toContain('/sent/');
    const again = await postForm(url, { ...answers, _key: 'another-key-of-sufficient-length' });
    expect(again.headers.get('Location')).toBe(`/s/${single}/code/used`);
    const without = await postForm(url, { 'q1-1': 'agree', _key: 'a-third-key-of-sufficient-length' });
    expect(without.status).toBe(400);
  });

  test('prints every letter, and every reminder, on a sheet of its own', async () => {
    const { page } = await openDesktop(browser);
    await page.goto(`${getServer().origin}/login`);
    await page.fill('#name', demoLogin('staff').name);
    await page.fill('#password', demoLogin('staff').password);
    await press(page, 'ログイン');
    for (const path of ['codes/1/letters', 'reminder/letters']) {
      await page.goto(`${getServer().origin}/staff/rounds/${roundId}/${path}`);
      const nLetters = await page.locator('article').count();
      expect(nLetters).toBeGreaterThan(2);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(nLetters);
    }
    await page.goto(`${getServer().origin}/staff/rounds/${roundId}/codes/1/forms`);
    const printed = await page.locator('article .paper-code-printed').allTextContents();
    expect(printed).toEqual([letter(0), letter(1), letter(3)].map(({ code }) => code));
    expect(await page.locator('.paper-code-imprint').allTextContents()).toEqual(
      [letter(0), letter(1), letter(3)].map(({ serial, stratum }) => `整理番号 ${serial} / ${stratum}`),
    );
    await page.context().close();
  });

  test('seals the codes, after which nobody can read them', async () => {
    const codes = `/staff/rounds/${roundId}/codes`;
    expect(await (await office.get(`${codes}/1/letters`)).text()).toContain(letter(3).code);
    await office.post(codes, { action: 'seal', batch: '1' });
    expect((await office.get(`${codes}/1/letters`)).status).toBe(410);
    expect((await office.get(`${codes}/1/sheet/xlsx`)).status).toBe(410);
    expect((await fetch(`${getServer().origin}${codes}/1/letters`, { redirect: 'manual' })).status).toBe(302);
    const page = await openPage();
    await page.goto(letter(3).link);
    await press(page, '回答をはじめる');
    expect(new URL(page.url()).pathname).toMatch(/\/p\//);
  });
});
