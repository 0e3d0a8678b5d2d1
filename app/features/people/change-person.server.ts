import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { makePasswordLink, type OneTimeLink } from '#app/features/people/invite.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { getForm } from '#app/web/form.ts';
import { withdrawLink, withdrawLinksOf } from '#app/web/log-in/withdraw-links.ts';
import type { Db } from '#db/dialect.ts';
import {
  type Account,
  countEnabledAdmins,
  findAccountById,
  type Role,
  roles,
  updateAccountDisabled,
  updateAccountRole,
} from '#db/queries/account.ts';
import type { AuditDetail } from '#db/queries/audit.ts';
import { deleteTotp, findTotp } from '#db/queries/second-step.ts';
import { inTransaction } from '#db/transaction.ts';
import type { AuditAction } from '#surveys/audit/actions.ts';

/** Somebody's account as an admin sees it. @throws {Response} 404 when there is none */
export async function getPerson(context: AppLoadContext, id: string | undefined) {
  const { db } = context.services;
  const found = id === undefined ? undefined : await findAccountById(db, id);
  if (!found) throw new Response(null, { status: 404 });
  const { passwordHash: _hash, ...person } = found;
  return { ...person, hasSecondStep: (await findTotp(db, person.id))?.isConfirmed ?? false };
}

export type PersonChange =
  | { readonly kind: 'done' }
  | OneTimeLink
  | { readonly kind: 'refused'; readonly message: string };

const actions = ['role', 'disable', 'enable', 'password-link', 'stop-second-step'] as const;
const changeSchema = z.strictObject({ action: z.enum(actions), role: z.enum(['', ...roles]) });

/** Changes somebody's role, stops or resumes the account, makes a password link, or ends the second step, as the form asks. */
export async function changePerson(
  request: Request,
  context: AppLoadContext,
  { by, person }: { readonly by: Account; readonly person: Account },
): Promise<PersonChange> {
  const { action, role } = getForm(changeSchema, context.form);
  if (person.id === by.id) return refuseOneself(action);
  switch (action) {
    case 'password-link':
      return makePasswordLink(request, context, { by, person });
    case 'stop-second-step':
      return stopSecondStep(context, by, person);
    case 'role':
      if (role === '') throw new Response(null, { status: 400 });
      return changeRole(context, by, { person, role });
    case 'disable':
    case 'enable':
      return setDisabled(context, by, { person, action });
  }
}

/** What concerns oneself is for others, or asks for one's password first: an open screen is not its owner. */
const refuseOneself = (action: (typeof actions)[number]): PersonChange => ({
  kind: 'refused',
  message:
    action === 'password-link' || action === 'stop-second-step'
      ? '自分のパスワードと二段階認証は、「自分のアカウント」のページで変えてください。'
      : '自分の権限や利用停止は変えられません。ほかの管理者に依頼してください。',
});

interface Change {
  readonly by: Account;
  readonly person: Account;
  readonly action: AuditAction;
  readonly detail?: AuditDetail;
  readonly work: (tx: Db) => Promise<unknown>;
}

class LastAdminError extends Error {}

/** Does a change together with its entry in the log; never one that leaves nobody to manage accounts. */
async function change(
  context: AppLoadContext,
  { by, person, action, detail, work }: Change,
): Promise<PersonChange> {
  try {
    await inTransaction(context.services.db, async (tx) => {
      // First for once: two admins who take each other's role at the same moment wait here for one another.
      const on = { type: 'account', id: person.id } as const;
      await audit(context.services, tx, { by, action, on, detail: { name: person.name, ...detail } });
      await work(tx);
      if ((await countEnabledAdmins(tx)) === 0) throw new LastAdminError();
    });
    return { kind: 'done' };
  } catch (error) {
    if (!(error instanceof LastAdminError)) throw error;
    return { kind: 'refused', message: '最後のシステム管理者は、外すことも止めることもできません。' };
  }
}

const changeRole = (
  context: AppLoadContext,
  by: Account,
  { person, role }: { readonly person: Account; readonly role: Role },
): Promise<PersonChange> =>
  change(context, {
    by,
    person,
    action: 'account.role_changed',
    detail: { from: person.role, to: role },
    work: async (tx) => {
      await updateAccountRole(tx, { id: person.id, role });
      if (role !== 'admin') await withdrawLinksOf(tx, context, { by, admin: person });
    },
  });

const setDisabled = (
  context: AppLoadContext,
  by: Account,
  { person, action }: { readonly person: Account; readonly action: 'disable' | 'enable' },
): Promise<PersonChange> =>
  change(context, {
    by,
    person,
    action: action === 'disable' ? 'account.disabled' : 'account.enabled',
    work: async (tx) => {
      await updateAccountDisabled(tx, { name: person.name, isDisabled: action === 'disable' });
      if (action === 'enable') return;
      await withdrawLinksOf(tx, context, { by, admin: person });
      await withdrawLink(tx, context, { by, name: person.name });
    },
  });

const stopSecondStep = (context: AppLoadContext, by: Account, person: Account): Promise<PersonChange> =>
  change(context, {
    by,
    person,
    action: 'account.totp_disabled',
    work: (tx) => deleteTotp(tx, person.id),
  });
