import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { describeOnEachServer, postForm } from '#tests/helpers/app-server.ts';
import { fieldRound, launchShortRound } from '#tests/helpers/office.ts';
import { anyOrigin, formHeaders, sendRaw } from '#tests/helpers/raw-request.ts';

/** Documents, their data, unknown ones, and routes that have nothing to read. */
const everyKindOfPath = [
  '/',
  '/_root.data',
  '/c',
  '/c.data',
  '/c/W2QQ3AXCEN7TX6.data',
  '/s/demo-residents-2026.data',
  '/plans/konohana/evaluations/2015.data',
  '/api/v1/plans/konohana/evaluations/2015',
  '/staff.data',
  '/manager/rounds/demo-residents-2026/approval.data',
  '/logout',
  '/logout.data',
  '/kiosk/answers.data',
  '/no/such/page',
  '/no/such/page.data',
  '/refused/403.data',
];

describeOnEachServer('a request that cannot be served', (getServer) => {
  let open = '';
  let closed = '';
  beforeAll(async () => {
    open = `/s/${await launchShortRound(getServer(), '開いている調査')}`;
    const closedId = await launchShortRound(getServer(), '閉じた調査');
    await fieldRound(getServer(), closedId, 'close');
    closed = `/s/${closedId}`;
  });

  const send = (path: string, options?: Parameters<typeof sendRaw>[1]) =>
    sendRaw(`${getServer().origin}${path}`, options);
  const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = formHeaders) =>
    send(path, { method: 'POST', headers, body });

  /** A page in Japanese with the right status, which tells the visitor something and an attacker nothing. */
  function expectPage(response: Awaited<ReturnType<typeof send>>, status: number, words: string): void {
    expect(response.status, response.text).toBe(status);
    expect(response.headers['content-type']).toMatch(/^text\/html; charset=utf-8/i);
    expect(response.text).toContain('<html lang="ja">');
    expect(response.text).toContain(words);
    expect(response.text).not.toMatch(
      /\bat .+:\d+:\d+|node_modules|Unexpected Server Error|SQLITE|syntax error/,
    );
  }

  test('for an unknown round is answered 404', async () => {
    expectPage(await send('/s/no-such-round'), 404, '調査が見つかりません');
    expectPage(await post('/s/no-such-round', 'q1-1=agree'), 404, '調査が見つかりません');
  });

  test('for a closed round is answered 410', async () => {
    expectPage(await send(closed), 410, '受付は終了しました');
    expectPage(await post(closed, 'q1-1=agree&_key=a-key-that-comes-too-late'), 410, '受付は終了しました');
    expectPage(await send('/s/demo-residents-2015'), 410, '受付は終了しました');
  });

  test('for a page that does not exist is answered 404', async () => {
    expectPage(await send('/no/such/page'), 404, 'ページが見つかりません');
    expectPage(await post('/no/such/page', 'a=b'), 404, 'ページが見つかりません');
    expectPage(await send('/plans/konohana/evaluations/2015/sections/99'), 404, 'ページが見つかりません');
    expectPage(await send('/plans/konohana/evaluations/heisei-27'), 404, 'ページが見つかりません');
    expectPage(await send('/plans/nowhere/evaluations/2015'), 404, 'ページが見つかりません');
  });

  test('with an option code that is not on offer is answered 400, beside the question', async () => {
    const response = await post(open, 'q1-1=tampered&_key=a-key-with-a-tampered-code');
    expectPage(response, 400, 'href="#q-q1-1"');
    const twice = await post(open, 'q1-1=agree&q1-1=disagree&_key=a-key-with-two-choices-x');
    expectPage(twice, 400, 'href="#q-q1-1"');
  });

  test('with an option code that is not on offer is answered 400 on a page of many, too', async () => {
    const begun = await postForm(`${getServer().origin}/s/demo-residents-2026`, {});
    const path = begun.headers.get('Location') ?? '';
    const cookie = begun.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const response = await post(path, 'q1-1=tampered&_go=next', { ...formHeaders, Cookie: cookie });
    expectPage(response, 400, 'href="#q-q1-1"');
  });

  test('with 5 MB of text is answered 413, announced or not', async () => {
    const long = `q1-1=agree&comment=${'a'.repeat(5 * 1024 * 1024)}`;
    expectPage(await post(open, long), 413, '大きすぎます');
    const pieces = long.match(/.{1,65536}/gs) ?? [];
    expectPage(await send(open, { method: 'POST', headers: formHeaders, body: pieces }), 413, '大きすぎます');
  });

  test.each(['PUT', 'DELETE', 'PATCH', 'PROPFIND'])('by %s is answered 405', async (method) => {
    const response = await send(open, { method });
    expectPage(response, 405, 'この操作はできません');
    expect(response.headers.allow).toBe('GET, HEAD, POST');
  });

  test.each([
    ['JSON', 'application/json', '{"q1-1":"agree"}'],
    ['a multipart form', 'multipart/form-data; boundary=x', '--x--'],
    ['plain text', 'text/plain', 'q1-1=agree'],
  ])('with %s instead of a form is answered 415', async (_name, type, body) => {
    expectPage(await post(open, body, { 'Content-Type': type }), 415, '形式には対応していません');
  });

  test('with a compressed form is answered 415', async () => {
    const headers = { ...formHeaders, 'Content-Encoding': 'gzip' };
    expectPage(await post(open, gzipSync('q1-1=agree'), headers), 415, '形式には対応していません');
  });

  test('with bytes that are not UTF-8 is answered 400', async () => {
    const bytes = Buffer.concat([Buffer.from('q1-1=agree&comment='), Buffer.from([0xff, 0xfe, 0x80])]);
    expectPage(await post(open, bytes), 400, '読み取れませんでした');
    expectPage(await post(open, 'q1-1=agree&comment=%E5%8A'), 400, '読み取れませんでした');
  });

  test('with a zero byte, which no text has, is answered as an unknown address or an unreadable form', async () => {
    for (const path of ['/s/%00', '/plans/%00/evaluations/2015', '/plans/konohana/evaluations/2015?a=%00']) {
      expectPage(await send(path), 404, '見つかりません');
    }
    expectPage(await post(open, 'q1-1=agree&comment=a%00b'), 400, '読み取れませんでした');
    expectPage(await post('/login', 'name=demo\0staff&password=x'), 400, '読み取れませんでした');
  });

  test('with an address that cannot be decoded is answered with a page', async () => {
    const response = await send('/%E0%A4%A');
    expectPage(response, response.status, 'アドレス');
    expect([400, 404]).toContain(response.status);
  });

  test('with an impossible Host header is answered 400', async () => {
    expectPage(await send('/', { headers: { Host: 'kono hana/[' } }), 400, 'アドレスを読み取れませんでした');
  });

  test('with cookies of nonsense is served as if there were none', async () => {
    for (const value of ['%00', '%E0%A4%A', 'e30=', 'IiI%3D', 'x'.repeat(4000)]) {
      const headers = { Cookie: `koebako_session=${value}; koebako_visit=${value}` };
      expect((await send('/manager', { headers })).status).toBe(302);
      expect((await send('/s/demo-residents-2026/review', { headers })).status).toBe(302);
    }
  });

  test('from another site’s page is answered 403', async () => {
    for (const headers of [
      { ...formHeaders, Origin: 'https://elsewhere.example' },
      { ...formHeaders, Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
      { ...formHeaders, Origin: 'null', Cookie: 'koebako_session=a' },
    ]) {
      expectPage(await post('/login', 'name=a&password=b', headers), 403, '権限がありません');
    }
  });

  test.each([['no page', undefined], ...anyOrigin, ['our own page', 'own']] as const)(
    'from %s gets the same answer by GET and by HEAD, and a fault by no method',
    async (_name, named) => {
      const headers = named !== undefined && { Origin: named === 'own' ? getServer().origin : named };
      const statusOf = async (method: string, path: string) =>
        (await send(path, { method, headers: { ...(method === 'POST' && formHeaders), ...headers } })).status;
      for (const path of everyKindOfPath) {
        const status = (await send(path)).status;
        expect(await statusOf('GET', path), `GET ${path}`).toBe(status);
        expect(await statusOf('HEAD', path), `HEAD ${path}`).toBe(status);
        expect(await statusOf('POST', path), `POST ${path}`).toBeLessThan(500);
        for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])
          expect(await statusOf(method, path), `${method} ${path}`).toBe(405);
      }
    },
  );

  test('for the data of a route by its name is answered 404', async () => {
    expectPage(await send('/?_data=routes%2Fpublic%2Fhome'), 404, '見つかりません');
    expectPage(await post(`${open}?_data=root`, 'q1-1=agree'), 404, '見つかりません');
  });
});
