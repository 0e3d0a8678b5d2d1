import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import express, { type RequestHandler } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBodyReader } from '#app/.server/body-reader.ts';
import { formHeaders, sendRaw } from '#tests/helpers/raw-request.ts';

const limitBytes = 64 * 1024;

let server: Server;
let address: AddressInfo;
let nFaults = 0;

/** A server whose only route says what the reader let through. */
beforeAll(async () => {
  const app = express();
  const rules = { limitBytes: 1000, identify: async () => 'signed-out' as const };
  app.use(...(createBodyReader('https://koe.example', rules) as RequestHandler[]));
  app.use((request, response) => {
    response.json({ saw: `${request.method} ${request.url}`, form: [...(response.locals.form ?? [])] });
  });
  app.use(((_error, _request, response, _next) => {
    nFaults++;
    response.status(500).end();
  }) as express.ErrorRequestHandler);
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = server.address() as AddressInfo;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  nFaults = 0;
});

const send = async (path: string, options?: Parameters<typeof sendRaw>[1]) => {
  const response = await sendRaw(`http://127.0.0.1:${address.port}${path}`, options);
  return { ...JSON.parse(response.text), allow: response.headers.allow } as {
    readonly saw: string;
    readonly form: readonly (readonly [string, string])[];
    readonly allow: string | undefined;
  };
};
const post = (body: string | Uint8Array, headers: Record<string, string> = formHeaders) =>
  send('/s/round', { method: 'POST', headers, body });
const refused = (status: number) => ({ saw: `GET /refused/${status}` });

describe('the body reader', () => {
  it('hands a form on, with repeated names, empty values, spaces and Japanese as they were typed', async () => {
    const { saw, form } = await post('q=a&q=b&empty=&text=%E5%A3%B0+%E7%AE%B1%2B&raw=声');
    expect(saw).toBe('POST /s/round');
    expect(form).toEqual([
      ['q', 'a'],
      ['q', 'b'],
      ['empty', ''],
      ['text', '声 箱+'],
      ['raw', '声'],
    ]);
  });

  it('takes a post without a body as an empty form', async () => {
    expect(await post('')).toMatchObject({ saw: 'POST /s/round', form: [] });
  });

  it('reads a form whose type names its charset', async () => {
    const type = { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' };
    expect(await post('a=1', type)).toMatchObject({ form: [['a', '1']] });
  });

  it('lets pages be asked for, and only asked for, without a form', async () => {
    expect(await send('/s/round?a=1')).toMatchObject({ saw: 'GET /s/round?a=1', form: [] });
  });

  it('takes 64 kB and not a byte more, announced or in pieces', async () => {
    const atLimit = `a=${'x'.repeat(limitBytes - 2)}`;
    expect((await post(atLimit)).saw).toBe('POST /s/round');
    expect(await post(`${atLimit}x`)).toMatchObject(refused(413));
    const pieces = [atLimit, 'x'];
    expect(await send('/', { method: 'POST', headers: formHeaders, body: pieces })).toMatchObject(
      refused(413),
    );
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])(
    'refuses %s and says what is allowed',
    async (method) => {
      expect(await send('/s/round', { method })).toMatchObject({ ...refused(405), allow: 'GET, HEAD, POST' });
    },
  );

  it.each([
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'nonsense',
  ])('refuses %s', async (type) => {
    expect(await post('a=1', { 'Content-Type': type })).toMatchObject(refused(415));
  });

  it('refuses a form without a type, and a compressed one', async () => {
    expect(await post('a=1', {})).toMatchObject(refused(415));
    const headers = { ...formHeaders, 'Content-Encoding': 'gzip' };
    expect(await post(gzipSync('a=1'), headers)).toMatchObject(refused(415));
  });

  it.each([
    ['a byte that begins nothing', Buffer.from([0x61, 0x3d, 0xff])],
    ['half a character', Buffer.from('a=声').subarray(0, -1)],
    ['a surrogate', Buffer.from([0x61, 0x3d, 0xed, 0xa0, 0x80])],
    ['half a character, percent-encoded', Buffer.from('a=%E5%A3')],
    ['a percent sign that begins nothing', Buffer.from('a=100%')],
    ['a name that is not UTF-8', Buffer.from('%FF=a')],
    ['a zero byte', Buffer.from('a=\0')],
    ['a zero byte, percent-encoded', Buffer.from('a=b%00c')],
  ])('refuses a form with %s', async (_name, bytes) => {
    expect(await post(bytes)).toMatchObject(refused(400));
  });

  it('takes an address with a zero byte for one that does not exist', async () => {
    expect(await send('/s/%00')).toMatchObject(refused(404));
    expect(await send('/s/round?next=%00')).toMatchObject(refused(404));
  });

  it('refuses a form from another site, takes one from its own, and one that names no site', async () => {
    const from = (origin: string) => post('a=1', { ...formHeaders, Origin: origin });
    expect(await from('https://elsewhere.example')).toMatchObject(refused(403));
    expect(await from('https://koe.example.elsewhere.example')).toMatchObject(refused(403));
    expect(await from('http://koe.example')).toMatchObject(refused(403));
    for (const own of ['https://koe.example', `http://127.0.0.1:${address.port}`, 'null']) {
      expect((await from(own)).saw).toBe('POST /s/round');
    }
  });

  it('survives a sender who hangs up halfway', async () => {
    const socket = connect(address.port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n');
    socket.write('Content-Length: 1000\r\n\r\na=1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await once(socket, 'close');
    expect((await post('a=1')).form).toEqual([['a', '1']]);
    expect(nFaults).toBe(0);
  });
});
