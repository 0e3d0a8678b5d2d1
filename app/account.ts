import { parseArgs } from 'node:util';
import { createServices } from '#app/compose.ts';
import { parseEnv } from '#app/env.ts';
import { explainFailure } from '#app/explain-failure.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { randomToken } from '#app/fielding/secrets.ts';
import type { Services } from '#app/fielding/services.ts';
import { migrateDatabase } from '#app/migrate-database.ts';
import { hashPassword, passwordProblem } from '#app/web/log-in/password.ts';
import type { Db } from '#db/dialect.ts';
import {
  type AccountForLogin,
  findAccountForLogin,
  maximumLoginName,
  type Role,
  roles,
  upsertAccount,
} from '#db/queries/account.ts';
import { deleteInvitation, deleteInvitationsMadeBy } from '#db/queries/invitation.ts';
import { deleteSessionsOf } from '#db/queries/session.ts';
import { inTransaction } from '#db/transaction.ts';

const usage = `使い方: npm run account -- --name <ログイン名> --role <${roles.join('|')}> [--display-name <氏名>]
新しいパスワードを作って一度だけ表示します。KOEBAKO_PASSWORD があればそれを使います(12文字以上)。`;

/** Makes an account, or gives an existing one a new password and role; the password is shown once. */
async function makeAccount(): Promise<void> {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, role: { type: 'string' }, 'display-name': { type: 'string' } },
  });
  const role = roles.find((name): name is Role => name === values.role);
  if (!values.name || !role) throw new Error(usage);
  if (values.name.length > maximumLoginName) {
    throw new Error(`ログイン名は${maximumLoginName}文字までで指定してください。`);
  }
  const given = process.env.KOEBAKO_PASSWORD;
  const problem =
    given === undefined
      ? undefined
      : passwordProblem(given, { name: values.name, displayName: values['display-name'] ?? values.name });
  if (problem !== undefined) throw new Error(`KOEBAKO_PASSWORD: ${problem}`);
  const password = given ?? randomToken().slice(0, 20);
  const { services, connection } = createServices(parseEnv(process.env));
  await migrateDatabase(connection);
  const passwordHash = await hashPassword(password);
  const { name } = values;
  const before = await inTransaction(connection.db, (tx) =>
    storeAccount(tx, services, { name, displayName: values['display-name'], role, passwordHash }),
  );
  await connection.close();
  console.log(`アカウント ${name} (${role}) を用意しました。`);
  if (before?.isDisabled) console.log('停止されていたアカウントを、また使えるようにしました。');
  if (given === undefined) console.log(`パスワード (この一度だけ表示します): ${password}`);
}

/** Stores an account; one that was there keeps its display name unless another is given. Resolves with what was there. */
async function storeAccount(
  tx: Db,
  services: Pick<Services, 'now' | 'randomness'>,
  given: Pick<AccountForLogin, 'name' | 'role' | 'passwordHash'> & {
    readonly displayName: string | undefined;
  },
): Promise<AccountForLogin | undefined> {
  const { name, role } = given;
  const before = await findAccountForLogin(tx, name);
  const displayName = given.displayName ?? before?.displayName ?? name;
  await upsertAccount(tx, { ...given, displayName, id: services.randomness.newId(), isDisabled: false });
  const account = await findAccountForLogin(tx, name);
  if (!account) throw new Error(`the account ${name} was not stored`);
  await deleteSessionsOf(tx, { accountId: account.id });
  // Links that could undo this: to another password, or made with rights that are gone.
  const withdrawn = (await deleteInvitation(tx, name)) ? [name] : [];
  if (role !== 'admin') withdrawn.push(...(await deleteInvitationsMadeBy(tx, account.id)));
  await audit(services, tx, {
    by: null,
    action: 'account.created_by_command',
    on: { type: 'account', id: account.id },
    detail: { name, role, nWithdrawn: withdrawn.length },
  });
  return before;
}

try {
  await makeAccount();
} catch (error) {
  console.error(explainFailure(error));
  process.exit(1);
}
