import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { plainEnv } from '#tests/helpers/plain-env.ts';

/** Builds the app once for all end-to-end tests; KOEBAKO_E2E_SKIP_BUILD=1 takes the build that is there. */
export default async function buildApp(): Promise<void> {
  if (process.env.KOEBAKO_E2E_SKIP_BUILD === '1') return;
  const remix = spawn(process.execPath, ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build'], {
    env: plainEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors] = await Promise.all([text(remix.stdout), text(remix.stderr), once(remix, 'close')]);
  if (remix.exitCode !== 0) throw new Error(`the app could not be built:\n${output}\n${errors}`);
}
