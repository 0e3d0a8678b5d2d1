import type { Db } from '#db/dialect.ts';
import type { DeviceTable } from '#db/schema/devices.ts';

/** A tablet at the counter. Instants are ISO-8601 UTC; the last use is known to the ward's day only. */
export interface Device {
  readonly id: string;
  readonly name: string;
  /** The round it shows; null while none is chosen. */
  readonly roundId: string | null;
  readonly createdAt: string;
  /** When a tablet last took a pairing code; null before the first. */
  readonly pairedAt: string | null;
  readonly revokedAt: string | null;
  readonly lastUsedOn: string | null;
}

/**
 * Stores a device that no tablet is paired with yet; false when the id is taken (a form sent twice).
 * @throws the database's violation when the round does not exist
 */
export async function insertDevice(
  db: Db,
  device: Pick<Device, 'id' | 'name' | 'roundId' | 'createdAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('device')
    .values({ id: device.id, name: device.name, round_id: device.roundId, created_at: device.createdAt })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Every device, revoked ones last, then by name. */
export async function listDevices(db: Db): Promise<readonly Device[]> {
  const rows = await db.selectFrom('device').selectAll().orderBy('name').orderBy('id').execute();
  const devices = rows.map(toDevice);
  return [
    ...devices.filter(({ revokedAt }) => revokedAt === null),
    ...devices.filter(({ revokedAt }) => revokedAt !== null),
  ];
}

/** The device with this id; undefined when there is none. */
export async function findDevice(db: Db, id: string): Promise<Device | undefined> {
  const row = await db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toDevice(row);
}

/** The device whose tablet holds a token; undefined when unknown, revoked, or paired anew since. */
export async function findDeviceByToken(db: Db, tokenHash: string): Promise<Device | undefined> {
  const row = await db
    .selectFrom('device')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && toDevice(row);
}

/**
 * Puts a new pairing code in place of an earlier one; false when the device is unknown or revoked. The tablet
 * paired so far goes on until another takes the code.
 */
export async function offerPairing(
  db: Db,
  offer: { readonly deviceId: string; readonly pairingHash: string; readonly expiresAt: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('device')
    .set({ pairing_hash: offer.pairingHash, pairing_expires_at: offer.expiresAt })
    .where('id', '=', offer.deviceId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/**
 * Gives a device to the tablet that shows its pairing code, and uses the code up; undefined when the code is
 * unknown, used, expired at `now`, or of a revoked device. A tablet paired before is shut out.
 */
export async function pairDevice(
  db: Db,
  claim: { readonly pairingHash: string; readonly tokenHash: string; readonly now: string },
): Promise<Device | undefined> {
  const row = await db
    .updateTable('device')
    .set({
      token_hash: claim.tokenHash,
      paired_at: claim.now,
      pairing_hash: null,
      pairing_expires_at: null,
    })
    .where('pairing_hash', '=', claim.pairingHash)
    .where('pairing_expires_at', '>', claim.now)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row && toDevice(row);
}

/** Chooses the round a device shows; false when the device is unknown or revoked. */
export async function assignDevice(
  db: Db,
  change: { readonly deviceId: string; readonly roundId: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('device')
    .set({ round_id: change.roundId })
    .where('id', '=', change.deviceId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Shuts a device out for good, with its token and any pairing code; false when unknown or revoked before. */
export async function revokeDevice(
  db: Db,
  change: { readonly deviceId: string; readonly now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('device')
    .set({ revoked_at: change.now, token_hash: null, pairing_hash: null, pairing_expires_at: null })
    .where('id', '=', change.deviceId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Notes that a device was in use on a day; writes nothing when that is known. */
export async function noteDeviceUse(
  db: Db,
  { deviceId, day }: { readonly deviceId: string; readonly day: string },
): Promise<void> {
  await db
    .updateTable('device')
    .set({ last_used_on: day })
    .where('id', '=', deviceId)
    .where((eb) => eb.or([eb('last_used_on', 'is', null), eb('last_used_on', '<', day)]))
    .execute();
}

const toDevice = (row: DeviceTable): Device => ({
  id: row.id,
  name: row.name,
  roundId: row.round_id,
  createdAt: row.created_at,
  pairedAt: row.paired_at,
  revokedAt: row.revoked_at,
  lastUsedOn: row.last_used_on,
});
