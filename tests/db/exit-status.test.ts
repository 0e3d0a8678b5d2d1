import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { plainEnv } from '#tests/helpers/plain-env.ts';

it('lets a run of tests that failed end as one, though an embedded database was there', async () => {
  const script = `await import('${import.meta.dirname}/../helpers/postgres-server.ts'); process.exitCode = 3;`;
  const run = spawn(process.execPath, ['--input-type=module', '--eval', script], { env: plainEnv() });
  expect(await once(run, 'exit')).toEqual([3, null]);
});
