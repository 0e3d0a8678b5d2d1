import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import { parseEnv } from '#app/.server/env.ts';
import { randomToken } from '#app/.server/secrets.ts';
import { connect } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { type Role, roles, upsertAccount } from '#db/queries/account.ts';

const usage = `使い方: npm run account -- --name <ログイン名> --role <${roles.join('|')}> [--display-name <氏名>]
新しいパスワードを作って一度だけ表示します。KOEBAKO_PASSWORD があればそれを使います(12文字以上)。`;

/** Makes an account, or gives an existing one a new password and role; the password is shown once. */
async function makeAccount(): Promise<void> {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, role: { type: 'string' }, 'display-name': { type: 'string' } },
  });
  const role = roles.find((name): name is Role => name === values.role);
  if (!values.name || !role) throw new Error(usage);
  const given = process.env.KOEBAKO_PASSWORD;
  if (given !== undefined && given.length < 12)
    throw new Error('KOEBAKO_PASSWORD は12文字以上にしてください。');
  const password = given ?? randomToken().slice(0, 20);
  const connection = connect(parseEnv(process.env).DATABASE_URL);
  await migrateToLatest(connection.db);
  await upsertAccount(connection.db, {
    id: randomUUID(),
    name: values.name,
    displayName: values['display-name'] ?? values.name,
    role,
    isDisabled: false,
    passwordHash: await hash(password),
  });
  await connection.close();
  console.log(`アカウント ${values.name} (${role}) を用意しました。`);
  if (given === undefined) console.log(`パスワード (この一度だけ表示します): ${password}`);
}

try {
  await makeAccount();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
