import { hash } from '@node-rs/argon2';
import type { Db } from '#db/dialect.ts';
import { findAccountForLogin, type Role, upsertAccount } from '#db/queries/account.ts';

/** Who may sign in to the demo; the passwords are public and exist nowhere else. */
export const demoLogins: readonly {
  readonly name: string;
  readonly password: string;
  readonly role: Role;
}[] = [
  { name: 'demo-staff', password: 'demo-staff-2015', role: 'staff' },
  { name: 'demo-manager', password: 'demo-manager-2015', role: 'manager' },
  { name: 'demo-admin', password: 'demo-admin-2015', role: 'admin' },
];

const displayNames: Readonly<Record<Role, string>> = {
  staff: 'デモ 職員',
  manager: 'デモ 管理職',
  admin: 'デモ 管理者',
};

/** Who published the demo's finished rounds, as their history names people. */
export const demoManager = { id: 'demo-manager', name: displayNames.manager } as const;

/** Stores the demo's accounts; those that exist stay as they are. */
export async function storeDemoAccounts(db: Db): Promise<void> {
  for (const { name, password, role } of demoLogins) {
    if (await findAccountForLogin(db, name)) continue;
    await upsertAccount(db, {
      id: name,
      name,
      displayName: displayNames[role],
      role,
      isDisabled: false,
      passwordHash: await hash(password),
    });
  }
}
