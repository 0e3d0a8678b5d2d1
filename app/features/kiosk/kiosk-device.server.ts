import { type AppLoadContext, createCookie } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import { randomToken } from '#app/fielding/secrets.ts';
import { type Device, findDeviceByToken, noteDeviceUse, pairDevice } from '#db/queries/device.ts';
import { inTransaction } from '#db/transaction.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';

const yearSeconds = 365 * 24 * 60 * 60;

const deviceCookie = ({ services }: AppLoadContext) =>
  createCookie('koebako_device', {
    httpOnly: true,
    sameSite: 'strict',
    secure: services.isSecure,
    path: '/kiosk',
    maxAge: yearSeconds,
  });

/** The device of the tablet that asks; undefined when it is not paired, or was shut out. */
export async function findKioskDevice(
  request: Request,
  context: AppLoadContext,
): Promise<Device | undefined> {
  const token: unknown = await deviceCookie(context).parse(request.headers.get('Cookie'));
  if (typeof token !== 'string' || token === '') return undefined;
  const { db, secrets, now } = context.services;
  const device = await findDeviceByToken(db, secrets.deviceHash(token));
  if (device) await noteDeviceUse(db, { deviceId: device.id, day: japaneseDayOf(now().toISOString()) });
  return device;
}

export type PairingResult =
  | { readonly kind: 'paired'; readonly setCookie: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Pairs the tablet whose form holds a pairing code; spaces, hyphens and full-width digits do not matter. */
export async function pairTablet(context: AppLoadContext): Promise<PairingResult> {
  const { db, secrets, codeThrottle, now } = context.services;
  if (!(await codeThrottle.mayTry(context.clientIp))) {
    return { kind: 'refused', message: '失敗が続いています。しばらく待ってから入力してください。' };
  }
  const code = (context.form.get('code') ?? '').slice(0, 100).normalize('NFKC').replace(/\D/g, '');
  const token = randomToken();
  const device = await inTransaction(db, async (tx) => {
    const paired = await pairDevice(tx, {
      pairingHash: secrets.pairingHash(code),
      tokenHash: secrets.deviceHash(token),
      now: now().toISOString(),
    });
    if (paired) {
      const on = { type: 'device', id: paired.id } as const;
      await audit(context.services, tx, {
        by: null,
        action: 'device.paired',
        on,
        detail: { name: paired.name },
      });
    }
    return paired;
  });
  if (device) return { kind: 'paired', setCookie: await deviceCookie(context).serialize(token) };
  await codeThrottle.slowDown(context.clientIp);
  return {
    kind: 'refused',
    message: 'コードが違うか、期限が切れています。職員用の画面で新しいコードを出してください。',
  };
}
