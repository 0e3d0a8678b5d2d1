import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { plainEnv } from '#tests/helpers/plain-env.ts';

// Whole processes start here, on a machine that runs other tests as well.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koebako-modes-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process that starts as the server does, tells the mode of every file while it is open, and stops. */
const script = `
  import { readdirSync, statSync } from 'node:fs';
  import { createServices, prepareDatabase } from '${import.meta.dirname}/../../app/compose.ts';
  import { parseEnv } from '${import.meta.dirname}/../../app/env.ts';
  const made = createServices(parseEnv(process.env));
  await prepareDatabase(made, { hasDemo: false });
  await made.start();
  for (const file of readdirSync(process.env.FOLDER, { recursive: true })) {
    const { mode } = statSync(process.env.FOLDER + '/' + file);
    console.log('mode ' + file + ' ' + (mode & 0o777).toString(8));
  }
  await made.stop();
  await made.connection.close();
`;

async function start(
  umask: string,
): Promise<{ readonly modes: object; readonly warnings: readonly string[] }> {
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', `umask ${umask} && exec "$@"`, 'sh', process.execPath, '--input-type=module', '--eval', script],
    { env: { ...plainEnv(), FOLDER: folder, DATA_DIR: join(folder, 'deep', 'data'), LOG_LEVEL: 'warn' } },
  );
  const lines = stdout.split('\n');
  const modes = lines.filter((line) => line.startsWith('mode ')).map((line) => line.split(' ').slice(1));
  return { modes: Object.fromEntries(modes), warnings: lines.filter((line) => line.startsWith('{')) };
}

const ownersOnly = {
  deep: '700',
  'deep/data': '700',
  'deep/data-used-codes.log': '600',
  'deep/data/koebako.db': '600',
  'deep/data/koebako.db-shm': '600',
  'deep/data/koebako.db-wal': '600',
  'deep/data/secret.key': '600',
};

it.each(['0022', '0000', '0077'])(
  'keeps answers and secrets to their owner under umask %s',
  async (umask) => {
    expect(await start(umask)).toEqual({ modes: ownersOnly, warnings: [] });
    // A second start finds everything there, and leaves it so.
    expect(await start(umask)).toEqual({ modes: ownersOnly, warnings: [] });
  },
  30_000,
);

it('tells once, with every name, of files that everybody may read, and leaves them to who manages them', async () => {
  await start('0022');
  const files = ['data/koebako.db', 'data/secret.key'].map((name) => join(folder, 'deep', name));
  await writeFile(files[1] ?? '', 'a'.repeat(64));
  for (const file of files) await chmod(file, 0o644);
  // Whom the office lets in through a group it has chosen itself.
  await chmod(join(folder, 'deep', 'data-used-codes.log'), 0o640);
  const { modes, warnings } = await start('0022');
  expect(modes).toMatchObject({ 'deep/data/koebako.db': '644', 'deep/data/secret.key': '644' });
  expect(warnings).toHaveLength(1);
  expect(JSON.parse(warnings[0] ?? '')).toMatchObject({ level: 40, files: expect.arrayContaining(files) });
  expect(warnings[0]).not.toContain('used-codes');
}, 30_000);
