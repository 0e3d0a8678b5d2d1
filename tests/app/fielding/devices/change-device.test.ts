import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  addDevice,
  assignRound,
  offerPairingCode,
  shutOutDevice,
} from '#app/fielding/devices/change-device.ts';
import { loadDevices } from '#app/fielding/devices/list-devices.ts';
import { findPairedDevice, pairTablet } from '#app/fielding/devices/pair-device.ts';
import { type Account, insertAccount } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { findDevice } from '#db/queries/device.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const by: Account = { id: 'clerk', name: 'clerk', displayName: '職員', role: 'staff', isDisabled: false };

describeOnEachDatabase('devices at the counter', (getDb, { getConnection }) => {
  const getServices = useServices({
    getConnection,
    now,
    prepare: ({ db }) => insertAccount(db, { ...by, passwordHash: 'hash' }),
  });
  const services = () => getServices().services;
  let nAddresses = 0;
  const pair = (typed: string) => {
    nAddresses += 1;
    return pairTablet(services(), { typed, clientIp: `10.0.${nAddresses}.1` });
  };
  const actionsOn = async (deviceId: string) =>
    (await listAuditEntries(getDb(), { objectId: deviceId, limit: 20 }))
      .map(({ action }) => action)
      .reverse();

  /** Registers a device under a name of its own. */
  async function register(name: string = randomUUID()) {
    const deviceId = randomUUID();
    const offer = await addDevice(services(), { by, deviceId, name, roundId: null });
    if (offer.kind !== 'pairing') throw new Error(`the device was not registered: ${offer.kind}`);
    return { deviceId, offer };
  }

  it('pairs the tablet that types the code, however it is written, and notes its use', async () => {
    const { deviceId, offer } = await register();
    expect(offer.code).toMatch(/^\d{5}-\d{5}$/);
    const fullWidth = offer.code.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const paired = await pair(` ${fullWidth} `);
    if (paired.kind !== 'paired') throw new Error('the tablet was not paired');
    expect((await findPairedDevice(services(), paired.token))?.id).toBe(deviceId);
    expect((await findDevice(getDb(), deviceId))?.lastUsedOn).toBe('2026-11-22');
    expect(await actionsOn(deviceId)).toEqual(['device.added', 'device.pairing_code_made', 'device.paired']);
  });

  it('pairs nobody with a code that was used, has expired or never was', async () => {
    const { offer } = await register();
    const refused = { kind: 'refused', refusal: 'unknown_code' };
    expect(await pair('')).toEqual(refused);
    expect((await pair(offer.code)).kind).toBe('paired');
    expect(await pair(offer.code)).toEqual(refused);
    const late = await register();
    getServices().setNow('2026-11-22T03:15:00.000Z');
    expect(await pair(late.offer.code)).toEqual(refused);
    getServices().setNow(now);
    expect((await pair(late.offer.code)).kind).toBe('paired');
    expect(await findPairedDevice(services(), undefined)).toBeUndefined();
    expect(await findPairedDevice(services(), 'a token of nobody')).toBeUndefined();
  });

  it('registers one device for a form that is sent twice, and one of a name', async () => {
    const name = randomUUID();
    const { deviceId } = await register(name);
    const again = await addDevice(services(), { by, deviceId, name, roundId: null });
    expect(again.kind).toBe('pairing');
    const other = { by, deviceId: randomUUID(), roundId: null };
    const taken = { kind: 'refused', refusal: { kind: 'name_taken', name } };
    expect(await addDevice(services(), { ...other, name: ` ${name}` })).toEqual(taken);
    await shutOutDevice(services(), { by, deviceId });
    expect((await addDevice(services(), { ...other, name })).kind).toBe('pairing');
    expect((await actionsOn(deviceId)).filter((action) => action === 'device.added')).toHaveLength(1);
  });

  it('registers none without a name or with too long a one, nor for a round that tablets may not show', async () => {
    const { id: roundId } = await storeRound(getDb());
    const device = { by, deviceId: randomUUID(), roundId: null };
    const ofLength = { kind: 'refused', refusal: { kind: 'name_length', maximum: 40 } };
    for (const name of ['', '  ', 'あ'.repeat(41)]) {
      expect(await addDevice(services(), { ...device, name })).toEqual(ofLength);
    }
    const unfit = { kind: 'refused', refusal: { kind: 'round_does_not_fit' } };
    for (const unfitting of [roundId, 'no round']) {
      expect(await addDevice(services(), { ...device, name: '', roundId: unfitting })).toEqual(unfit);
    }
    expect(await findDevice(getDb(), device.deviceId)).toBeUndefined();
  });

  it('shows another round, of those that fit', async () => {
    const { id: roundId } = await storeRound(getDb(), { design: 'self-selected' });
    const { id: unfit } = await storeRound(getDb());
    const { deviceId } = await register();
    expect(await assignRound(services(), { by, deviceId, roundId })).toEqual({ kind: 'done' });
    expect((await assignRound(services(), { by, deviceId, roundId: unfit })).kind).toBe('refused');
    expect((await findDevice(getDb(), deviceId))?.roundId).toBe(roundId);
    const { devices, rounds } = await loadDevices(services());
    expect(devices.find(({ id }) => id === deviceId)).toMatchObject({ roundId, counts: [] });
    expect(rounds.map(({ id }) => id)).toContain(roundId);
    expect(rounds.map(({ id }) => id)).not.toContain(unfit);
    expect(await assignRound(services(), { by, deviceId, roundId: null })).toEqual({ kind: 'done' });
  });

  it('knows nothing of a device once it is shut out, and writes nothing down for it', async () => {
    const { deviceId, offer } = await register();
    const paired = await pair(offer.code);
    await shutOutDevice(services(), { by, deviceId });
    const before = await actionsOn(deviceId);
    const change = { by, deviceId };
    const unknown = { kind: 'unknown' };
    expect(paired.kind === 'paired' && (await findPairedDevice(services(), paired.token))).toBeUndefined();
    expect(await offerPairingCode(services(), change)).toEqual(unknown);
    expect(await assignRound(services(), { ...change, roundId: null })).toEqual(unknown);
    expect(await shutOutDevice(services(), change)).toEqual(unknown);
    expect(await shutOutDevice(services(), { by, deviceId: 'nowhere' })).toEqual(unknown);
    expect(await actionsOn(deviceId)).toEqual(before);
  });
});
