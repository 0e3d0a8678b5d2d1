import { vitePlugin as remix } from '@remix-run/dev';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';
import { defineRoutes } from './app/routes.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const remixPlugin = () =>
  remix({
    appDirectory: 'app',
    ignoredRouteFiles: ['**/*'],
    routes: defineRoutes,
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
  plugins: process.env.VITEST ? [] : [tailwindcss(), remixPlugin()],
  // Resident pages carry their style sheet in the document: nothing may be inlined or split behind our back.
  build: { assetsInlineLimit: 0, cssCodeSplit: true, target: 'es2020' },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/surveys/**/*.test.ts', 'tests/app/**/*.test.{ts,tsx}'] },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
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
          fileParallelism: false,
        },
      },
    ],
  },
});
