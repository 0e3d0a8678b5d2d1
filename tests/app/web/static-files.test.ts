import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListenerZone } from '#app/web/listener.ts';
import { createFileServer } from '#app/web/static-files.ts';
import { sendRaw } from '#tests/helpers/raw-request.ts';

describe('the files of a build', () => {
  let folder: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koebako-files-'));
    await mkdir(join(folder, 'assets'));
    for (const name of ['favicon.svg', 'assets/office-a1.css', 'assets/manifest-b2.js', 'assets/x.js.map']) {
      await writeFile(join(folder, name), 'text');
    }
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await rm(folder, { recursive: true });
  });

  /** What the file server of a zone answers; 404 comes from whoever stands behind it. */
  async function ask(zone: ListenerZone): Promise<(path: string) => Promise<number>> {
    const app = express();
    app.use(createFileServer(zone, folder));
    const server = app.listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return async (path) => (await sendRaw(`http://127.0.0.1:${port}${path}`)).status;
  }

  it('are all there for staff', async () => {
    for (const zone of ['all', 'staff'] as const) {
      const statusOf = await ask(zone);
      for (const path of ['/favicon.svg', '/assets/office-a1.css', '/assets/manifest-b2.js']) {
        expect([path, await statusOf(path)]).toEqual([path, 200]);
      }
    }
  });

  it('hold no script on the public listener, however its address is written', async () => {
    const statusOf = await ask('public');
    expect(await statusOf('/favicon.svg')).toBe(200);
    expect(await statusOf('/assets/office-a1.css')).toBe(200);
    for (const path of [
      '/assets/manifest-b2.js',
      '/assets/manifest-b2.js?v=1',
      '/assets/manifest-b2.j%73',
      '/assets/manifest-b2%2ejs',
      '/assets//manifest-b2.js',
      '//assets/manifest-b2.js',
      '/assets/manifest-b2.js/',
      '/%61ssets/manifest-b2.js',
      '/assets/x.js.map',
      '/assets/x.js.map/%2e%2e/manifest-b2.js',
      '/assets/%',
    ]) {
      expect([path, await statusOf(path)]).not.toEqual([path, 200]);
    }
  });
});
