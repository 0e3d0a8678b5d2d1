import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { audit } from '#app/fielding/audit/audit.ts';
import { randomToken } from '#app/fielding/secrets.ts';
import { type FieldErrors, parseForm, textField } from '#app/web/form.ts';
import type { Db } from '#db/dialect.ts';
import { type Account, findAccountForLogin, type Role, roles } from '#db/queries/account.ts';
import { replaceInvitation } from '#db/queries/invitation.ts';
import { inTransaction } from '#db/transaction.ts';

const inviteSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/,
      '半角の英数字と . _ - で、3文字以上64文字までで入力してください。',
    ),
  'display-name': textField('氏名を入力してください。', 100),
  role: z.enum(roles, { error: '権限を選んでください。' }),
});

/** How long a link is good: a week to join, a day for a new password. */
const dayMs = 24 * 60 * 60 * 1000;
const joinMs = 7 * dayMs;
const passwordMs = dayMs;

/** A one-time link, told this once: only its hash is kept. */
export interface OneTimeLink {
  readonly kind: 'link';
  readonly displayName: string;
  readonly url: string;
  readonly expiresAt: string;
}

export type InviteResult = OneTimeLink | { readonly kind: 'refused'; readonly errors: FieldErrors };

/** Makes a one-time link by which somebody new chooses a password; an earlier link for the same name is void. */
export async function invitePerson(
  request: Request,
  context: AppLoadContext,
  by: Account,
): Promise<InviteResult> {
  const parsed = parseForm(inviteSchema, context.form);
  if (!parsed.ok) return { kind: 'refused', errors: parsed.errors };
  const { name, 'display-name': displayName, role } = parsed.form;
  return inTransaction(context.services.db, async (tx): Promise<InviteResult> => {
    if (await findAccountForLogin(tx, name)) {
      return { kind: 'refused', errors: { name: 'このログイン名は、すでに使われています。' } };
    }
    const person = { accountId: null, name, displayName, role };
    const link = await makeLink(tx, { request, context, by }, person);
    const on = { type: 'account', id: name } as const;
    await audit(context.services, tx, { by, action: 'account.invited', on, detail: { name, role } });
    return link;
  });
}

/** Makes a one-time link by which somebody who forgot the password chooses another; the old one is good until then. */
export function makePasswordLink(
  request: Request,
  context: AppLoadContext,
  { by, person }: { readonly by: Account; readonly person: Account },
): Promise<OneTimeLink> {
  return inTransaction(context.services.db, async (tx) => {
    const { name, displayName, role } = person;
    const target = { accountId: person.id, name, displayName, role };
    const link = await makeLink(tx, { request, context, by }, target);
    const on = { type: 'account', id: person.id } as const;
    await audit(context.services, tx, { by, action: 'account.password_link_made', on, detail: { name } });
    return link;
  });
}

interface Making {
  readonly request: Request;
  readonly context: AppLoadContext;
  readonly by: Account;
}

async function makeLink(
  tx: Db,
  { request, context, by }: Making,
  person: {
    readonly accountId: string | null;
    readonly name: string;
    readonly displayName: string;
    readonly role: Role;
  },
): Promise<OneTimeLink> {
  const { secrets, now, officeOrigin } = context.services;
  const token = randomToken();
  const createdAt = now();
  const lastsMs = person.accountId === null ? joinMs : passwordMs;
  const expiresAt = new Date(createdAt.getTime() + lastsMs).toISOString();
  await replaceInvitation(tx, {
    ...person,
    tokenHash: secrets.invitationHash(token),
    createdAt: createdAt.toISOString(),
    expiresAt,
    madeBy: by.id,
  });
  const url = new URL(`/join/${token}`, officeOrigin ?? request.url);
  return { kind: 'link', displayName: person.displayName, url: url.href, expiresAt };
}
