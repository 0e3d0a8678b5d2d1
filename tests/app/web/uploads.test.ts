import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express, { type RequestHandler } from 'express';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBodyReader } from '#app/web/body-reader.ts';
import type { UploadedFile } from '#app/web/uploads.ts';

const limitBytes = 100_000;

/** What a route behind the reader saw. */
interface Seen {
  readonly method: string;
  readonly url: string;
  readonly form: string;
  readonly files: readonly (Omit<UploadedFile, 'path'> & { readonly text: string })[];
}

let server: Server;
let origin: string;
let port: number;
let paths: string[] = [];

beforeEach(async () => {
  const app = express();
  const reader = createBodyReader(
    { zone: 'all', origin: undefined },
    {
      limitBytes,
      identify: async (cookie) => {
        if (cookie === 'session=staff') return 'staff';
        return cookie === 'session=manager' ? 'other-role' : 'signed-out';
      },
    },
  );
  app.use(...(reader as RequestHandler[]));
  app.use((request, response) => {
    const files: readonly UploadedFile[] = response.locals.files ?? [];
    paths = files.map(({ path }) => path);
    const seen: Seen = {
      method: request.method,
      url: request.url,
      form: String(response.locals.form ?? ''),
      files: files.map(({ path, ...file }) => ({ ...file, text: readFileSync(path, 'utf8') })),
    };
    response.json(seen);
  });
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
  origin = `http://127.0.0.1:${port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
});

function makeForm(text = '性別,人口\n女,1'): FormData {
  const form = new FormData();
  form.append('note', '住民基本台帳');
  form.append('file', new File([text], '人口 令和8年.csv', { type: 'text/csv' }));
  return form;
}

async function post(
  path: string,
  options: { readonly cookie?: string; readonly body?: BodyInit; readonly origin?: string } = {},
): Promise<Response> {
  const headers = new Headers();
  if (options.cookie) headers.set('Cookie', `session=${options.cookie}`);
  if (options.origin) headers.set('Origin', options.origin);
  return fetch(`${origin}${path}`, {
    method: 'POST',
    headers,
    body: options.body ?? makeForm(),
    redirect: 'manual',
  });
}

const see = async (response: Response) => (await response.json()) as Seen;

/** Sends raw bytes on a socket of its own and gives what came back once the server closed it. */
async function sendRaw(head: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk;
    socket.end();
  });
  socket.write(head);
  await once(socket, 'close');
  return answer;
}

describe('uploads', () => {
  it('are refused from a session of another role', async () => {
    const { url, files } = await see(await post('/staff/rounds/r1/frame', { cookie: 'manager' }));
    expect(url).toBe('/refused/403');
    expect(files).toEqual([]);
  });

  it('send the signed-out to the log-in before a byte of the body is read', async () => {
    const answer = await sendRaw(
      'POST /staff/rounds/r1/frame HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n',
    );
    expect(answer).toContain('303 See Other');
    expect(answer).toContain('/login?next=%2Fstaff%2Frounds%2Fr1%2Fframe');
  });

  it('bring fields and files to the pages of staff', async () => {
    const { method, form, files } = await see(await post('/staff/rounds/r1/frame', { cookie: 'staff' }));
    expect(method).toBe('POST');
    expect(new URLSearchParams(form).get('note')).toBe('住民基本台帳');
    expect(files).toEqual([
      {
        field: 'file',
        name: '人口 令和8年.csv',
        mimeType: 'text/csv',
        sizeBytes: 19,
        text: '性別,人口\n女,1',
      },
    ]);
  });

  it('leave nothing behind once the response is sent', async () => {
    await post('/staff/rounds/r1/frame', { cookie: 'staff' });
    expect(paths).toHaveLength(1);
    await expect.poll(() => paths.some((path) => existsSync(path))).toBe(false);
  });

  it('keep the order of fields that repeat, and skip a file field that was left empty', async () => {
    const form = new FormData();
    form.append('merge', 'a');
    form.append('merge', 'b');
    form.append('file', new File([], ''));
    const seen = await see(await post('/staff/x', { cookie: 'staff', body: form }));
    expect(seen.form).toBe('merge=a&merge=b');
    expect(seen.files).toEqual([]);
  });

  it.each(['/s/r1/p/1', '/login', '/manager/rounds', '/staff'])('are refused on %s', async (path) => {
    expect((await see(await post(path, { cookie: 'staff' }))).url).toBe('/refused/415');
  });

  it('are refused from a page of another site', async () => {
    const response = await post('/staff/x', { cookie: 'staff', origin: 'https://elsewhere.example' });
    expect((await see(response)).url).toBe('/refused/403');
  });

  it('are refused over the limit when the length is announced', async () => {
    const body = makeForm('x'.repeat(limitBytes));
    expect((await see(await post('/staff/x', { cookie: 'staff', body }))).url).toBe('/refused/413');
    expect(paths).toEqual([]);
  });

  it('are refused over the limit when the length is not announced', async () => {
    const head =
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: text/csv\r\n\r\n';
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(head));
        for (let i = 0; i < 12; i += 1) controller.enqueue(new Uint8Array(10_000));
        controller.enqueue(new TextEncoder().encode('\r\n--b--\r\n'));
        controller.close();
      },
    });
    const response = await fetch(`${origin}/staff/x`, {
      method: 'POST',
      headers: { Cookie: 'session=staff', 'Content-Type': 'multipart/form-data; boundary=b' },
      body: stream,
      duplex: 'half',
    } as RequestInit);
    expect((await see(response)).url).toBe('/refused/413');
  });

  it.each([
    ['a body that ends early', '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc'],
    ['a body without its boundary', 'abc'],
    ['a field that is not UTF-8', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\xff\r\n--b--\r\n'],
    ['a field with a zero byte', '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\0\r\n--b--\r\n'],
  ])('are refused with %s', async (_name, text) => {
    const response = await fetch(`${origin}/staff/x`, {
      method: 'POST',
      headers: { Cookie: 'session=staff', 'Content-Type': 'multipart/form-data; boundary=b' },
      body: Buffer.from(text, 'latin1'),
    });
    expect((await see(response)).url).toBe('/refused/400');
  });

  it('survive a sender that goes away in the middle', async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /staff/x HTTP/1.1\r\nHost: x\r\nCookie: session=staff\r\nContent-Length: 9000\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n' +
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    );
    const [request]: IncomingMessage[] = await once(server, 'request');
    socket.destroy();
    await vi.waitUntil(() => request?.destroyed);
    expect((await see(await post('/staff/x', { cookie: 'staff' }))).files).toHaveLength(1);
  });
});

describe('every other form', () => {
  it('is read as before: urlencoded, up to 64 kB', async () => {
    const small = await see(await post('/s/r1/p/1', { body: new URLSearchParams({ a: 'あ' }) }));
    expect(new URLSearchParams(small.form).get('a')).toBe('あ');
    const large = await see(await post('/staff/x', { body: new URLSearchParams({ a: 'x'.repeat(70_000) }) }));
    expect(large.url).toBe('/refused/413');
  });
});
