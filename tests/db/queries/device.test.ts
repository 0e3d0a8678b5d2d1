import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Db } from '#db/dialect.ts';
import {
  assignDevice,
  findDevice,
  findDeviceByToken,
  insertDevice,
  listDevices,
  noteDeviceUse,
  offerPairing,
  pairDevice,
  revokeDevice,
} from '#db/queries/device.ts';
import { listDeviceCounts } from '#db/queries/device-count.ts';
import { accept, makeSubmission, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';

const later = '2026-11-22T03:10:00.000Z';

async function storeDevice(db: Db, name = '1階の端末') {
  const id = randomUUID();
  await insertDevice(db, { id, name, roundId: null, createdAt: now });
  return id;
}

describeOnEachDatabase('device', (getDb) => {
  it('is stored once, however often its form is sent', async () => {
    const id = await storeDevice(getDb());
    expect(await insertDevice(getDb(), { id, name: '別の名前', roundId: null, createdAt: now })).toBe(false);
    expect(await findDevice(getDb(), id)).toEqual({
      id,
      name: '1階の端末',
      roundId: null,
      createdAt: now,
      pairedAt: null,
      revokedAt: null,
      lastUsedOn: null,
    });
  });

  it('is paired by its code once, before the code expires', async () => {
    const deviceId = await storeDevice(getDb());
    const pairingHash = randomUUID();
    const [token, second] = [randomUUID(), randomUUID()];
    expect(await offerPairing(getDb(), { deviceId, pairingHash, expiresAt: later })).toBe(true);
    expect(await pairDevice(getDb(), { pairingHash, tokenHash: token, now: later })).toBeUndefined();
    expect((await pairDevice(getDb(), { pairingHash, tokenHash: token, now }))?.id).toBe(deviceId);
    expect(await pairDevice(getDb(), { pairingHash, tokenHash: second, now })).toBeUndefined();
    expect((await findDeviceByToken(getDb(), token))?.pairedAt).toBe(now);
    expect(await findDeviceByToken(getDb(), second)).toBeUndefined();
  });

  it('shuts the earlier tablet out when another is paired', async () => {
    const deviceId = await storeDevice(getDb());
    const tokens = [randomUUID(), randomUUID()];
    for (const tokenHash of tokens) {
      const pairingHash = randomUUID();
      await offerPairing(getDb(), { deviceId, pairingHash, expiresAt: later });
      await pairDevice(getDb(), { pairingHash, tokenHash, now });
    }
    expect(await findDeviceByToken(getDb(), tokens[0] ?? '')).toBeUndefined();
    expect((await findDeviceByToken(getDb(), tokens[1] ?? ''))?.id).toBe(deviceId);
  });

  it('is worth nothing once it is revoked', async () => {
    const deviceId = await storeDevice(getDb());
    const [first, open, token] = [randomUUID(), randomUUID(), randomUUID()];
    await offerPairing(getDb(), { deviceId, pairingHash: first, expiresAt: later });
    await pairDevice(getDb(), { pairingHash: first, tokenHash: token, now });
    await offerPairing(getDb(), { deviceId, pairingHash: open, expiresAt: later });
    expect(await revokeDevice(getDb(), { deviceId, now })).toBe(true);
    expect(await revokeDevice(getDb(), { deviceId, now })).toBe(false);
    expect(await findDeviceByToken(getDb(), token)).toBeUndefined();
    expect(await pairDevice(getDb(), { pairingHash: open, tokenHash: token, now })).toBeUndefined();
    expect(await offerPairing(getDb(), { deviceId, pairingHash: open, expiresAt: later })).toBe(false);
    expect(await assignDevice(getDb(), { deviceId, roundId: null })).toBe(false);
    expect((await listDevices(getDb())).at(-1)?.revokedAt).not.toBeNull();
  });

  it('shows the round chosen for it, and the last day of its use', async () => {
    const round = await storeRound(getDb());
    const deviceId = await storeDevice(getDb());
    expect(await assignDevice(getDb(), { deviceId, roundId: round.id })).toBe(true);
    await noteDeviceUse(getDb(), { deviceId, day: '2026-11-22' });
    await noteDeviceUse(getDb(), { deviceId, day: '2026-11-21' });
    expect(await findDevice(getDb(), deviceId)).toMatchObject({
      roundId: round.id,
      lastUsedOn: '2026-11-22',
    });
  });

  it('has its answers counted by round, each once', async () => {
    const round = await storeRound(getDb());
    const kioskId = await storeDevice(getDb());
    const fromKiosk = () =>
      makeSubmission(round, undefined, {
        channel: 'kiosk',
        counters: { language: 'ja', device: 'kiosk', kioskId },
      });
    const first = fromKiosk();
    await accept(getDb(), [first, fromKiosk(), makeSubmission(round)]);
    await accept(getDb(), [first], { writer: 1 });
    await accept(getDb(), [fromKiosk()], { writer: 1 });
    const counts = (await listDeviceCounts(getDb())).filter(({ deviceId }) => deviceId === kioskId);
    expect(counts).toEqual([{ roundId: round.id, deviceId: kioskId, n: 3 }]);
  });
});
