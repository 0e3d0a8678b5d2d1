import type { AppLoadContext } from '@remix-run/node';
import type { Account } from '#db/queries/account.ts';

/**
 * The account that asks, on a route behind the gate.
 * @throws {Error} on a route that its row in app/routes.ts opens to everyone: no account was asked for there
 */
export function accountOf({ account }: Pick<AppLoadContext, 'account'>): Account {
  if (!account) throw new Error('no account was asked for: app/routes.ts opens this route to everyone');
  return account;
}
