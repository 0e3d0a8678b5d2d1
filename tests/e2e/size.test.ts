import { expect, test } from 'vitest';
import { describeOnEachServer } from '#tests/helpers/app-server.ts';
import { sendRaw } from '#tests/helpers/raw-request.ts';

const firstPage = '/s/demo-residents-2026';
const allowedBytes = 8000;

describeOnEachServer('the first page a resident opens', (getServer) => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    sendRaw(`${getServer().origin}${path}`, { headers });

  test('takes at most 8 kB on the line with its style sheet', async () => {
    const headers = { 'Accept-Encoding': 'gzip' };
    const page = await get(firstPage, headers);
    const { text } = await get(firstPage);
    const sheets = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '');
    expect(sheets).toHaveLength(1);
    const styles = await Promise.all(sheets.map((href) => get(href, headers)));
    for (const { status, headers: sent } of [page, ...styles]) {
      expect([status, sent['content-encoding']]).toEqual([200, 'gzip']);
    }
    const nBytes = [page, ...styles].reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(nBytes).toBeLessThanOrEqual(allowedBytes);
  });

  test('has no script, and fetches nothing from elsewhere', async () => {
    const { text, headers } = await get(firstPage);
    expect(text).not.toMatch(/<script|rel="modulepreload"|<style|\sstyle=|\son\w+=/);
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['set-cookie']).toBeUndefined();
  });

  test.each(['identity', 'gzip', 'br'])(
    'is not sent again while it has not changed (%s)',
    async (encoding) => {
      const headers = { 'Accept-Encoding': encoding };
      const first = await get(firstPage, headers);
      expect(first.headers['cache-control']).toBe('public, no-cache');
      const etag = first.headers.etag ?? '';
      expect(etag).not.toBe('');
      const again = await get(firstPage, { ...headers, 'If-None-Match': etag });
      expect([again.status, again.bytes.length]).toEqual([304, 0]);
      expect((await get(firstPage, { ...headers, 'If-None-Match': '"another"' })).status).toBe(200);
    },
  );

  test('is the same for everyone, whatever cookies they bring', async () => {
    const stranger = await get(firstPage);
    const known = await get(firstPage, { Cookie: 'koebako_visit=something' });
    expect(known.text).toBe(stranger.text);
  });

  test('says in Japanese what is kept, how long it takes and that nobody is named', async () => {
    const { text } = await get(firstPage);
    expect(text).toContain('<html lang="ja">');
    expect(text).toContain('無記名');
    expect(text).toContain('約5分・全16問');
  });

  test('keeps style sheets for a year under a name that changes with them', async () => {
    const { text } = await get(firstPage);
    const href = /<link rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await get(href)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});
