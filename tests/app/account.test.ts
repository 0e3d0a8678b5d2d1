import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';
import { findAccountForLogin, updateAccountDisabled } from '#db/queries/account.ts';
import { plainEnv } from '#tests/helpers/plain-env.ts';

// Whole processes start here, on a machine that runs other tests as well.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koebako-account-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function makeAccount(...options: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['app/account.ts', ...options], {
    env: { ...plainEnv(), DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'silent' },
  });
  return stdout;
}

async function withDatabase<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
  const connection = connect(`sqlite:${join(folder, 'koebako.db')}`);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}
const find = (name: string) => withDatabase(({ db }) => findAccountForLogin(db, name));

it('gives a new password to somebody without touching their name, and says that it lets them in again', async () => {
  const made = ['--name', 'yamada', '--role', 'staff'];
  expect(await makeAccount(...made, '--display-name', '山田 花子')).not.toContain('停止');
  const account = await find('yamada');
  await withDatabase(({ db }) => updateAccountDisabled(db, { name: 'yamada', isDisabled: true }));
  expect(await makeAccount(...made)).toContain('停止されていたアカウントを、また使えるようにしました。');
  const after = await find('yamada');
  expect(after).toMatchObject({ id: account?.id, displayName: '山田 花子', isDisabled: false });
  expect(after?.passwordHash).not.toBe(account?.passwordHash);
});

it('calls a new account without a display name by its log-in', async () => {
  await makeAccount('--name', 'sato', '--role', 'manager');
  expect(await find('sato')).toMatchObject({ displayName: 'sato', role: 'manager' });
});
