import { audit } from '#app/fielding/audit/audit.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/dialect.ts';
import type { Account } from '#db/queries/account.ts';
import {
  assignDevice,
  type Device,
  findDevice,
  insertDevice,
  listDevices,
  offerPairing,
  revokeDevice,
} from '#db/queries/device.ts';
import { findRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import type { AuditAction } from '#surveys/audit/actions.ts';
import { fitsKiosk } from '#surveys/round/kiosk.ts';

/** How long a pairing code lasts: the walk from the desk to the counter. */
const pairingMinutes = 15;
const pairingDigits = 10;
const longestName = 40;

/** A pairing code, told this once: only its hash is kept. */
export interface PairingOffer {
  readonly kind: 'pairing';
  readonly deviceName: string;
  /** In two halves, `12345-67890`. */
  readonly code: string;
  readonly minutes: number;
}

/** Why a device is not registered or given a round; nothing is changed then. */
export type DeviceRefusal =
  | { readonly kind: 'round_does_not_fit' }
  | { readonly kind: 'name_length'; readonly maximum: number }
  | { readonly kind: 'name_taken'; readonly name: string };

interface Refused {
  readonly kind: 'refused';
  readonly refusal: DeviceRefusal;
}

/** There is no device with this id that is in use. */
interface Unknown {
  readonly kind: 'unknown';
}

interface Done {
  readonly kind: 'done';
}

interface Change {
  readonly by: Account;
  readonly deviceId: string;
}

/** The round that a tablet is to show; null for none. */
interface RoundChoice {
  readonly roundId: string | null;
}

/**
 * Registers a device under a name that no other device in use has, and offers a pairing code for it. The same id
 * again (a form sent twice) is the same device, with another code.
 */
export async function addDevice(
  services: Services,
  { roundId, name: typed, ...change }: Change & RoundChoice & { readonly name: string },
): Promise<PairingOffer | Refused | Unknown> {
  const { by, deviceId } = change;
  if (!(await fits(services, roundId))) return refuse({ kind: 'round_does_not_fit' });
  const name = typed.normalize('NFKC').trim();
  if (name === '' || name.length > longestName) {
    return refuse({ kind: 'name_length', maximum: longestName });
  }
  const isFree = await inTransaction(services.db, async (tx) => {
    const others = (await listDevices(tx)).filter(
      ({ id, revokedAt }) => id !== deviceId && revokedAt === null,
    );
    if (others.some((device) => device.name === name)) return false;
    const createdAt = services.now().toISOString();
    const isNew = await insertDevice(tx, { id: deviceId, name, roundId, createdAt });
    const on = { type: 'device', id: deviceId } as const;
    if (isNew) await audit(services, tx, { by, action: 'device.added', on, detail: { name } });
    return true;
  });
  return isFree ? offerPairingCode(services, change) : refuse({ kind: 'name_taken', name });
}

/** Makes a pairing code in place of an earlier one; the tablet paired so far goes on until another takes it. */
export async function offerPairingCode(services: Services, change: Change): Promise<PairingOffer | Unknown> {
  const { secrets, now, randomness } = services;
  const digits = Array.from({ length: pairingDigits }, () => randomness.integerBelow(10)).join('');
  const device = await changeRecorded(services, change, {
    action: 'device.pairing_code_made',
    work: (tx) =>
      offerPairing(tx, {
        deviceId: change.deviceId,
        pairingHash: secrets.pairingHash(digits),
        expiresAt: new Date(now().getTime() + pairingMinutes * 60_000).toISOString(),
      }),
  });
  if (!device) return { kind: 'unknown' };
  const half = pairingDigits / 2;
  const code = `${digits.slice(0, half)}-${digits.slice(half)}`;
  return { kind: 'pairing', deviceName: device.name, code, minutes: pairingMinutes };
}

/** Chooses what a device shows. */
export async function assignRound(
  services: Services,
  { roundId, ...change }: Change & RoundChoice,
): Promise<Done | Refused | Unknown> {
  if (!(await fits(services, roundId))) return refuse({ kind: 'round_does_not_fit' });
  const device = await changeRecorded(services, change, {
    action: 'device.assigned',
    work: (tx) => assignDevice(tx, { deviceId: change.deviceId, roundId }),
  });
  return { kind: device ? 'done' : 'unknown' };
}

/** Shuts a device out for good. */
export async function shutOutDevice(services: Services, change: Change): Promise<Done | Unknown> {
  const device = await changeRecorded(services, change, {
    action: 'device.revoked',
    work: (tx) => revokeDevice(tx, { deviceId: change.deviceId, now: services.now().toISOString() }),
  });
  return { kind: device ? 'done' : 'unknown' };
}

const refuse = (refusal: DeviceRefusal): Refused => ({ kind: 'refused', refusal });

async function fits({ db }: Services, roundId: string | null): Promise<boolean> {
  if (roundId === null) return true;
  const round = await findRound(db, roundId);
  return round !== undefined && fitsKiosk(round);
}

/** Changes a device and writes it into the audit log, both or neither; undefined when there was nothing to change. */
function changeRecorded(
  services: Services,
  { by, deviceId }: Change,
  { action, work }: { readonly action: AuditAction; readonly work: (tx: Db) => Promise<boolean> },
): Promise<Device | undefined> {
  return inTransaction(services.db, async (tx) => {
    const device = await findDevice(tx, deviceId);
    if (!device || !(await work(tx))) return undefined;
    const on = { type: 'device', id: deviceId } as const;
    await audit(services, tx, { by, action, on, detail: { name: device.name } });
    return device;
  });
}
