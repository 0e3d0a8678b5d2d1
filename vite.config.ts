import { relative } from 'node:path';
import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { routeTable } from './app/routes.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Fails the client build on any module of the server's rooms: what a page imports must not carry them out. */
const keepServerRoomsHome = (): Plugin => ({
  name: 'koebako:server-rooms',
  enforce: 'pre',
  load(id, options) {
    const path = relative(import.meta.dirname, id.split('?')[0] ?? '');
    const isServers = /^(db\/|app\/(fielding|web|outside|demo)\/|app\/(compose|env|server)\.ts)/.test(path);
    if (isServers && !options?.ssr)
      this.error(`${path} is the server's, and a page would send it to browsers`);
  },
});

/** Tests that need a PostgreSQL server beside SQLite. */
const onBothDatabases = ['tests/{db,app/fielding,app/demo}/**/*.test.ts'];

const remixPlugin = () =>
  remix({
    appDirectory: 'app',
    ignoredRouteFiles: ['**/*'],
    routes: (defineRoutes) =>
      defineRoutes((route) => {
        for (const [path, module] of routeTable) {
          if (path === '/') route('', `routes/${module}`, { index: true });
          else route(path, `routes/${module}`);
        }
      }),
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_singleFetch: true,
      // NOTE: v3_lazyRouteDiscovery stays off: its manifest endpoint could be made to exhaust the server (CVE-2026-42342).
      v3_lazyRouteDiscovery: false,
      v3_routeConfig: false,
    },
  });

export default defineConfig({
  plugins: process.env.VITEST ? [] : [tailwindcss(), keepServerRoomsHome(), remixPlugin()],
  // Resident pages carry their style sheet in the document: nothing may be inlined or split behind our back.
  build: { assetsInlineLimit: 0, cssCodeSplit: true, target: 'es2020' },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/surveys/**/*.test.ts', 'tests/app/**/*.test.{ts,tsx}'],
          exclude: onBothDatabases,
          setupFiles: ['tests/helpers/fail-on-console.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: onBothDatabases,
          globalSetup: ['tests/helpers/postgres-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/helpers/postgres-server.ts', 'tests/helpers/build.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // NOTE: every file has servers and databases of its own; two at a time fill two cores.
          maxWorkers: 2,
        },
      },
    ],
  },
});
