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
  const name = typed.normalize('NFKC').trim();
  const refused = await inTransaction(services.db, async (tx): Promise<Refused | undefined> => {
    if (!(await fits(tx, roundId))) return refuse({ kind: 'round_does_not_fit' });
    if (name === '' || name.length > longestName) {
      return refuse({ kind: 'name_length', maximum: longestName });
    }
    const others = (await listDevices(tx)).filter(
      ({ id, revokedAt }) => id !== deviceId && revokedAt === null,
    );
    if (others.some((device) => device.name === name)) return refuse({ kind: 'name_taken', name });
    const createdAt = services.now().toISOString();
    const isNew = await insertDevice(tx, { id: deviceId, name, roundId, createdAt });
    const on = { type: 'device', id: deviceId } as const;
    if (isNew) await audit(services, tx, { by, action: 'device.added', on, detail: { name } });
    return undefined;
  });
  return refused ?? offerPairingCode(services, change);
}

/** Makes a pairing code in place of an earlier one; the tablet paired so far goes on until another takes it. */
export async function offerPairingCode(services: Services, change: Change): Promise<PairingOffer | Unknown> {
  const { secrets, now, randomness } = services;
  const digits = Array.from({ length: pairingDigits }, () => randomness.integerBelow(10)).join('');
  const offer = {
    deviceId: change.deviceId,
    pairingHash: secrets.pairingHash(digits),
    expiresAt: new Date(now().getTime() + pairingMinutes * 60_000).toISOString(),
  };
  const action = 'device.pairing_code_made';
  const device = await inTransaction(services.db, (tx) =>
    changeRecorded(tx, services, { ...change, action, work: () => offerPairing(tx, offer) }),
  );
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
  return inTransaction(services.db, async (tx): Promise<Done | Refused | Unknown> => {
    if (!(await fits(tx, roundId))) return refuse({ kind: 'round_does_not_fit' });
    const device = await changeRecorded(tx, services, {
      ...change,
      action: 'device.assigned',
      work: () => assignDevice(tx, { deviceId: change.deviceId, roundId }),
    });
    return { kind: device ? 'done' : 'unknown' };
  });
}

/** Shuts a device out for good. */
export async function shutOutDevice(services: Services, change: Change): Promise<Done | Unknown> {
  const revocation = { deviceId: change.deviceId, now: services.now().toISOString() };
  const device = await inTransaction(services.db, (tx) =>
    changeRecorded(tx, services, {
      ...change,
      action: 'device.revoked',
      work: () => revokeDevice(tx, revocation),
    }),
  );
  return { kind: device ? 'done' : 'unknown' };
}

const refuse = (refusal: DeviceRefusal): Refused => ({ kind: 'refused', refusal });

async function fits(tx: Db, roundId: string | null): Promise<boolean> {
  if (roundId === null) return true;
  const round = await findRound(tx, roundId);
  return round !== undefined && fitsKiosk(round);
}

interface RecordedChange extends Change {
  readonly action: AuditAction;
  /** Changes the device; false where there was nothing to change. */
  readonly work: () => Promise<boolean>;
}

/** Changes a device and writes it into the audit log, both or neither; undefined when there was nothing to change. */
async function changeRecorded(
  tx: Db,
  services: Services,
  { by, deviceId, action, work }: RecordedChange,
): Promise<Device | undefined> {
  const device = await findDevice(tx, deviceId);
  if (!device || !(await work())) return undefined;
  const on = { type: 'device', id: deviceId } as const;
  await audit(services, tx, { by, action, on, detail: { name: device.name } });
  return device;
}
