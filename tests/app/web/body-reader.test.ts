import { once } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeaders, Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import express, { type RequestHandler } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBodyReader } from '#app/web/body-reader.ts';
import { anyOrigin, formHeaders, sendRaw } from '#tests/helpers/raw-request.ts';

const limitBytes = 64 * 1024;

let server: Server;
let address: AddressInfo;
let nFaults = 0;
/** Method and headers of the last request that came through. */
let passed: Pick<IncomingMessage, 'method' | 'headers'> | undefined;

const readerOf = (...rules: Parameters<typeof createBodyReader>) =>
  createBodyReader(...rules) as RequestHandler[];

/** A server whose only route says what the reader let through. */
beforeAll(async () => {
  const app = express();
  const rules = { limitBytes: 1000, identify: async () => 'signed-out' as const };
  const zoneOf = (request: IncomingMessage) => (request.headers['x-zone'] === 'public' ? 'public' : 'all');
  const readers = {
    all: express.Router().use(...readerOf({ zone: 'all', origin: 'https://koe.example:8443' }, rules)),
    public: express.Router().use(...readerOf({ zone: 'public', origin: undefined }, rules)),
  };
  app.use((request, response, next) => readers[zoneOf(request)](request, response, next));
  app.use((request, response) => {
    passed = { method: request.method, headers: request.headers };
    const { host, origin, 'x-forwarded-host': forwardedHost } = request.headers;
    response.json({
      saw: `${request.method} ${request.url}`,
      form: [...(response.locals.form ?? [])],
      headers: { host, origin, forwardedHost },
    });
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
  passed = undefined;
});

const send = async (path: string, options?: Parameters<typeof sendRaw>[1]) => {
  const response = await sendRaw(`http://127.0.0.1:${address.port}${path}`, options);
  return { ...JSON.parse(response.text), allow: response.headers.allow } as {
    readonly saw: string;
    readonly form: readonly (readonly [string, string])[];
    readonly headers: Readonly<Record<string, string>>;
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

  it('refuses paths that cannot be read, and whole addresses in place of a path', async () => {
    for (const path of ['/c/W2QQ3AXCEN7TX6/%', '//c/W2QQ3%', '/c%2fW2QQ3%E0', '/%']) {
      expect(await send(path)).toMatchObject(refused(404));
    }
    expect(await send('/s/%E5%A3%B0')).toMatchObject({ saw: 'GET /s/%E5%A3%B0' });
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

  describe('asked who sends a form', () => {
    const from = (headers: Record<string, string>) => post('a=1', { ...formHeaders, ...headers });
    const taken = { saw: 'POST /s/round', form: [['a', '1']] };

    it.each([
      'https://elsewhere.example',
      'https://koe.example.elsewhere.example',
      'https://koe.example',
      'http://koe.example:8443',
      'file://',
    ])('refuses a page of %s', async (Origin) => {
      expect(await from({ Origin })).toMatchObject(refused(403));
    });

    it('takes its own pages: those of the host that was asked, and of its configured origin', async () => {
      expect(await from({ Origin: 'https://koe.example:8443' })).toMatchObject(taken);
      expect(await from({ Origin: `http://127.0.0.1:${address.port}` })).toMatchObject(taken);
      expect(await from({ Origin: 'https://koe.example:8443', Host: 'koe.example' })).toMatchObject(taken);
    });

    it.each(['cross-site', 'same-site'])(
      'refuses a page without a name when the browser calls it %s',
      async (site) => {
        expect(await from({ Origin: 'null', 'Sec-Fetch-Site': site })).toMatchObject(refused(403));
        expect(await from({ 'Sec-Fetch-Site': site })).toMatchObject(refused(403));
      },
    );

    it('takes a page without a name when the browser calls it our own', async () => {
      for (const site of ['same-origin', 'none']) {
        const headers = { Origin: 'null', 'Sec-Fetch-Site': site, Cookie: 'koebako_session=x' };
        expect(await from(headers)).toMatchObject(taken);
      }
    });

    it('takes a page without a name from an old browser only without a log-in', async () => {
      expect(await from({ Origin: 'null' })).toMatchObject(taken);
      expect(await from({ Origin: 'null', Cookie: 'koebako_visit=x; a=koebako_session=x' })).toMatchObject(
        taken,
      );
      for (const name of ['koebako_session', 'koebako_login_step', 'koebako_device']) {
        expect(await from({ Origin: 'null', Cookie: `a=b; ${name}=x` })).toMatchObject(refused(403));
        expect(await from({ Origin: 'null', Cookie: `${name}=x` })).toMatchObject(refused(403));
      }
    });

    it('takes a form of a program, which names no origin at all', async () => {
      expect(await from({ Cookie: 'koebako_session=x' })).toMatchObject(taken);
    });

    it('leaves nothing to judge by to whoever comes after', async () => {
      const { headers } = await from({
        Origin: 'https://koe.example:8443',
        Host: 'inner:3000',
        'X-Forwarded-Host': 'koe.example',
      });
      expect(headers).toEqual({ host: 'koe.example:8443' });
      const unnamed = await from({ 'X-Zone': 'public', Origin: 'http://inner:3000', Host: 'inner:3000' });
      expect(unnamed.headers).toEqual({ host: 'inner:3000' });
    });
  });

  describe.each(['GET', 'HEAD'])('asked by %s who wants to read', (method) => {
    const read = (path: string, headers: OutgoingHttpHeaders) =>
      sendRaw(`http://127.0.0.1:${address.port}${path}`, { method, headers });

    it.each(anyOrigin)('lets %s through, with nothing left to judge by', async (_name, Origin) => {
      for (const path of ['/s/round', '/s/round.data', '/logout.data', '/no/such.data']) {
        const cookies = { Cookie: 'koebako_session=x', 'Sec-Fetch-Site': 'cross-site' };
        for (const headers of [{ Origin }, { Origin, ...cookies }, { Origin, 'X-Zone': 'public' }]) {
          expect((await read(path, headers)).status, path).toBe(200);
          expect(passed?.method).toBe(method);
          expect(passed?.headers.origin).toBeUndefined();
        }
      }
    });

    it('leaves the address that was asked for, which links are made from', async () => {
      await read('/s/round', { Host: 'inner:3000', 'X-Forwarded-Host': 'koe.example' });
      expect(passed?.headers).toMatchObject({ host: 'inner:3000', 'x-forwarded-host': 'koe.example' });
    });
  });

  it('leaves no origin to whoever renders a refusal', async () => {
    for (const [_name, Origin] of anyOrigin) {
      await sendRaw(`http://127.0.0.1:${address.port}/s/round.data`, { method: 'PUT', headers: { Origin } });
      expect(passed?.method).toBe('GET');
      expect(passed?.headers.origin).toBeUndefined();
    }
  });

  it.each(['/s/round?_data=routes%2Fmanager%2Fapproval', '/s/round?a=1&_data', '/s/round?%5Fdata=root'])(
    'knows no route behind the framework’s old data address %s',
    async (path) => {
      expect(await send(path)).toMatchObject(refused(404));
      expect(await send(path, { method: 'POST', headers: formHeaders, body: 'a=1' })).toMatchObject(
        refused(404),
      );
    },
  );

  it('takes other names for what they are', async () => {
    expect((await send('/s/round?data=1&x_data=2&_database=3')).saw).toMatch(/^GET \/s\/round\?data/);
  });

  it('answers an upload on the public listener as if there were no staff, large ones too', async () => {
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x', 'X-Zone': 'public' };
    for (const body of ['--x--', 'x'.repeat(100_000)]) {
      const options = { method: 'POST', headers, body };
      expect(await send('/staff/rounds/r1/frame', options)).toMatchObject(refused(404));
    }
  });

  it('survives a sender who hangs up halfway', async () => {
    const socket = connect(address.port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n');
    socket.write('Content-Length: 1000\r\n\r\na=1');
    const [request]: IncomingMessage[] = await once(server, 'request');
    socket.destroy();
    await vi.waitUntil(() => request?.destroyed);
    expect((await post('a=1')).form).toEqual([['a', '1']]);
    expect(nFaults).toBe(0);
  });
});
