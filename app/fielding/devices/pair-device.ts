import { audit } from '#app/fielding/audit/audit.ts';
import { randomToken } from '#app/fielding/secrets.ts';
import type { Services } from '#app/fielding/services.ts';
import { type Device, findDeviceByToken, noteDeviceUse, pairDevice } from '#db/queries/device.ts';
import { inTransaction } from '#db/transaction.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';

/** The device that the tablet with a token is; undefined when it is not paired, or was shut out. Notes its use. */
export async function findPairedDevice(
  { db, secrets, now }: Services,
  token: string | undefined,
): Promise<Device | undefined> {
  if (token === undefined) return undefined;
  const device = await findDeviceByToken(db, secrets.deviceHash(token));
  if (device) await noteDeviceUse(db, { deviceId: device.id, day: japaneseDayOf(now().toISOString()) });
  return device;
}

/** Why a tablet was not paired: too many try at once, or no device waits for this code (any more). */
export type PairingRefusal = 'busy' | 'unknown_code';

/** What pairing a tablet leads to; the token is told this once. */
export type PairingResult =
  | { readonly kind: 'paired'; readonly token: string }
  | { readonly kind: 'refused'; readonly refusal: PairingRefusal };

/** The most characters that are looked at of what somebody typed as a pairing code. */
const maximumTyped = 100;

/** Pairs the tablet on which a pairing code was typed; spaces, hyphens and full-width digits do not matter. */
export async function pairTablet(
  services: Services,
  { typed, clientIp }: { readonly typed: string; readonly clientIp: string },
): Promise<PairingResult> {
  const { db, secrets, codeThrottle, now } = services;
  if (!(await codeThrottle.mayTry(clientIp))) return { kind: 'refused', refusal: 'busy' };
  const code = typed.slice(0, maximumTyped).normalize('NFKC').replace(/\D/g, '');
  const token = randomToken();
  const device = await inTransaction(db, async (tx) => {
    const paired = await pairDevice(tx, {
      pairingHash: secrets.pairingHash(code),
      tokenHash: secrets.deviceHash(token),
      now: now().toISOString(),
    });
    if (!paired) return undefined;
    const on = { type: 'device', id: paired.id } as const;
    await audit(services, tx, { by: null, action: 'device.paired', on, detail: { name: paired.name } });
    return paired;
  });
  if (device) return { kind: 'paired', token };
  await codeThrottle.slowDown(clientIp);
  return { kind: 'refused', refusal: 'unknown_code' };
}
