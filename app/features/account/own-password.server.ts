import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import { takePasswordAttempt } from '#app/web/log-in/login-attempts.ts';
import { type FieldProblem, refuseField } from '#app/web/log-in/new-password.ts';
import { isRightPassword } from '#app/web/log-in/password.ts';
import { type Account, findAccountById } from '#db/queries/account.ts';

/** Asks for the password again before something weighty: an open screen is not its owner. Undefined when right. */
export async function checkOwnPassword(
  context: AppLoadContext,
  { account, password }: { readonly account: Account; readonly password: string },
): Promise<FieldProblem | undefined> {
  const { db, loginThrottle } = context.services;
  const step = 'own-password';
  if (!(await takePasswordAttempt(context, { loginName: account.name, step, by: account }))) {
    return refuseField('password', '失敗が続いたため、15分ほど待ってからお試しください。');
  }
  const stored = await findAccountById(db, account.id);
  if (!(await isRightPassword(stored?.passwordHash, password))) {
    const on = { type: 'account', id: account.id } as const;
    await audit(context.services, db, { by: account, action: 'session.refused', on, detail: { step } });
    return refuseField('password', '現在のパスワードが違います。');
  }
  await loginThrottle.clear(account.name, context.clientIp);
  return undefined;
}
