import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { checkOwnPassword } from '#app/features/account/own-password.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { getForm } from '#app/web/form.ts';
import { takeCodeAttempt } from '#app/web/log-in/login-attempts.ts';
import { type FieldProblem, refuseField } from '#app/web/log-in/new-password.ts';
import {
  createRecoveryCodes,
  createTotpSecret,
  findTotpStep,
  normalizeRecoveryCode,
  totpUri,
} from '#app/web/log-in/totp.ts';
import type { QrPath } from '#app/web/qr-code.ts';
import { drawQrCode } from '#app/web/qr-code.ts';
import type { Db } from '#db/dialect.ts';
import type { Account } from '#db/queries/account.ts';
import {
  confirmTotp,
  deleteTotp,
  findTotp,
  insertUnconfirmedTotp,
  nRecoveryCodes,
  replaceRecoveryCodes,
} from '#db/queries/second-step.ts';
import { inTransaction } from '#db/transaction.ts';
import type { AuditAction } from '#surveys/audit/actions.ts';

export type SecondStepState =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting'; readonly secret: string; readonly qrCode: QrPath }
  | { readonly kind: 'on'; readonly nRecoveryCodes: number };

/** How far one's own second step is set up; while it is, with the secret to put into an app. */
export async function loadSecondStep(context: AppLoadContext, account: Account): Promise<SecondStepState> {
  const { db, secrets } = context.services;
  const totp = await findTotp(db, account.id);
  if (!totp) return { kind: 'off' };
  if (totp.isConfirmed) return { kind: 'on', nRecoveryCodes: await nRecoveryCodes(db, account.id) };
  const secret = secrets.open('totp', account.id, totp.sealedSecret);
  return { kind: 'starting', secret, qrCode: drawQrCode(totpUri(secret, account.name)) };
}

export type SecondStepChange =
  | { readonly kind: 'done' }
  /** Shown this once. */
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | FieldProblem;

const changeSchema = z.strictObject({
  action: z.enum(['start', 'confirm', 'stop', 'renew']),
  password: z.string(),
  code: z.string(),
});

/** Starts, confirms or ends one's own second step, or makes new recovery codes, as the form asks. */
export async function changeSecondStep(context: AppLoadContext, by: Account): Promise<SecondStepChange> {
  const { action, password, code } = getForm(changeSchema, context.form);
  if (action === 'confirm') return confirm(context, by, code);
  const refused = await checkOwnPassword(context, { account: by, password });
  if (refused) return refused;
  switch (action) {
    case 'start':
      return start(context, by);
    case 'stop':
      return stop(context, by);
    case 'renew':
      return renew(context, by);
  }
}

async function start(context: AppLoadContext, by: Account): Promise<SecondStepChange> {
  const { db, secrets } = context.services;
  const sealedSecret = secrets.seal('totp', by.id, createTotpSecret());
  await insertUnconfirmedTotp(db, { accountId: by.id, sealedSecret });
  return { kind: 'done' };
}

async function confirm(context: AppLoadContext, by: Account, code: string): Promise<SecondStepChange> {
  const { db, secrets, now, loginThrottle } = context.services;
  const totp = await findTotp(db, by.id);
  if (!totp || totp.isConfirmed) return { kind: 'done' };
  if (!(await takeCodeAttempt(context, { account: by, step: 'own-code', by }))) {
    return refuseField('code', '失敗が続いたため、15分ほど待ってからお試しください。');
  }
  const instant = now();
  const secret = secrets.open('totp', by.id, totp.sealedSecret);
  const step = findTotpStep(secret, code, instant);
  if (step === undefined) {
    return refuseField(
      'code',
      '確認コードが違います。アプリに表示されている新しいコードを入力してください。',
    );
  }
  await loginThrottle.clearSteps(by.id);
  return inTransaction(db, async (tx): Promise<SecondStepChange> => {
    const isConfirmed = await confirmTotp(tx, { accountId: by.id, step, now: instant.toISOString() });
    if (!isConfirmed) return { kind: 'done' };
    return { kind: 'codes', codes: await makeCodes(tx, context, { by, action: 'account.totp_enabled' }) };
  });
}

function renew(context: AppLoadContext, by: Account): Promise<SecondStepChange> {
  return inTransaction(context.services.db, async (tx): Promise<SecondStepChange> => {
    if (!(await findTotp(tx, by.id))?.isConfirmed) return { kind: 'done' };
    const action = 'account.recovery_codes_renewed';
    return { kind: 'codes', codes: await makeCodes(tx, context, { by, action }) };
  });
}

async function makeCodes(
  tx: Db,
  context: AppLoadContext,
  { by, action }: { readonly by: Account; readonly action: AuditAction },
): Promise<readonly string[]> {
  const codes = createRecoveryCodes();
  const codeHashes = codes.map((code) =>
    context.services.secrets.recoveryCodeHash(by.id, normalizeRecoveryCode(code)),
  );
  await replaceRecoveryCodes(tx, { accountId: by.id, codeHashes });
  await audit(context.services, tx, { by, action, on: { type: 'account', id: by.id } });
  return codes;
}

function stop(context: AppLoadContext, by: Account): Promise<SecondStepChange> {
  return inTransaction(context.services.db, async (tx) => {
    const wasOn = (await findTotp(tx, by.id))?.isConfirmed ?? false;
    await deleteTotp(tx, by.id);
    const on = { type: 'account', id: by.id } as const;
    if (wasOn) await audit(context.services, tx, { by, action: 'account.totp_disabled', on });
    return { kind: 'done' };
  });
}
