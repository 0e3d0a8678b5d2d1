import { randomInt } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import type { Account } from '#db/queries/account.ts';
import {
  assignDevice,
  findDevice,
  insertDevice,
  listDevices,
  offerPairing,
  revokeDevice,
} from '#db/queries/device.ts';
import { listDeviceCounts } from '#db/queries/device-count.ts';
import { findRound, listRounds } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import type { AuditAction } from '#surveys/audit/actions.ts';
import { fitsKiosk } from '#surveys/round/kiosk.ts';

/** How long a pairing code lasts: the walk from the desk to the counter. */
const pairingMinutes = 15;
const pairingDigits = 10;
const longestName = 40;

/** What a clerk may do with devices. */
export const deviceIntents = ['add', 'pair', 'assign', 'revoke'] as const;
export type DeviceIntent = (typeof deviceIntents)[number];

export type DeviceOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'pairing'; readonly deviceName: string; readonly code: string; readonly minutes: number }
  | InvalidDevice;

interface InvalidDevice {
  readonly kind: 'invalid';
  readonly field: 'name' | 'round';
  readonly message: string;
  /** The name as it was typed. */
  readonly name: string;
  /** The round that was chosen; empty for none yet. */
  readonly round: string;
}

/** What is typed into a tablet's browser; a tablet belongs to the office's listener. */
export const kioskAddress = ({ services }: AppLoadContext, request: Request): string =>
  new URL('/kiosk', services.officeOrigin ?? request.url).href;

/** The devices with their rounds and counts, and the rounds a tablet may show. */
export async function loadDevices({ services: { db } }: AppLoadContext) {
  const rounds = await listRounds(db);
  const titles = new Map(rounds.map(({ id, title }) => [id, title]));
  const counts = await listDeviceCounts(db);
  return {
    devices: (await listDevices(db)).map((device) => ({
      ...device,
      counts: counts
        .filter(({ deviceId }) => deviceId === device.id)
        .map(({ roundId, n }) => ({ title: titles.get(roundId) ?? roundId, n })),
    })),
    rounds: rounds
      .filter((round) => round.state === 'open' && fitsKiosk(round))
      .map(({ id, title }) => ({ id, title })),
  };
}

export type DeviceList = Awaited<ReturnType<typeof loadDevices>>;

/**
 * Does what a clerk asked for; every change is in the audit log.
 * @throws {Response} 404 for an unknown or revoked device
 */
export async function changeDevice(
  context: AppLoadContext,
  by: Account,
  intent: DeviceIntent,
): Promise<DeviceOutcome> {
  const deviceId = context.form.get('device') ?? '';
  const round = await readRound(context);
  if (round.kind === 'invalid' && intent !== 'pair' && intent !== 'revoke') return round;
  const roundId = round.kind === 'read' ? round.roundId : null;
  const change = { by, deviceId };
  switch (intent) {
    case 'add':
      return addDevice(context, { ...change, roundId });
    case 'pair':
      return makePairingCode(context, change);
    case 'assign':
      await record(context, change, {
        action: 'device.assigned',
        work: (tx) => assignDevice(tx, { deviceId, roundId }),
      });
      return { kind: 'done' };
    case 'revoke':
      await record(context, change, {
        action: 'device.revoked',
        work: (tx) => revokeDevice(tx, { deviceId, now: context.services.now().toISOString() }),
      });
      return { kind: 'done' };
  }
}

interface Change {
  readonly by: Account;
  readonly deviceId: string;
}

const refuse = (
  { form }: AppLoadContext,
  problem: Pick<InvalidDevice, 'field' | 'message'>,
): InvalidDevice => ({
  kind: 'invalid',
  ...problem,
  name: form.get('name') ?? '',
  round: form.get('round') ?? '',
});

type ReadRound = { readonly kind: 'read'; readonly roundId: string | null } | InvalidDevice;

async function readRound(context: AppLoadContext): Promise<ReadRound> {
  const { form, services } = context;
  const roundId = form.get('round') ?? '';
  if (roundId === '') return { kind: 'read', roundId: null };
  const round = await findRound(services.db, roundId);
  if (round && fitsKiosk(round)) return { kind: 'read', roundId };
  return refuse(context, { field: 'round', message: '窓口の端末で答えられる調査回を選んでください。' });
}

const idPattern = /^[0-9a-f-]{36}$/;

async function addDevice(
  context: AppLoadContext,
  { by, deviceId, roundId }: Change & { readonly roundId: string | null },
): Promise<DeviceOutcome> {
  const name = (context.form.get('name') ?? '').normalize('NFKC').trim();
  if (name === '' || name.length > longestName) {
    return refuse(context, {
      field: 'name',
      message: `端末の名前を${longestName}文字までで入力してください。`,
    });
  }
  if (!idPattern.test(deviceId)) throw new Response(null, { status: 400 });
  const { db, now } = context.services;
  const isFree = await inTransaction(db, async (tx) => {
    const others = (await listDevices(tx)).filter(
      ({ id, revokedAt }) => id !== deviceId && revokedAt === null,
    );
    if (others.some((device) => device.name === name)) return false;
    const isNew = await insertDevice(tx, { id: deviceId, name, roundId, createdAt: now().toISOString() });
    const on = { type: 'device', id: deviceId } as const;
    if (isNew) await audit(context.services, tx, { by, action: 'device.added', on, detail: { name } });
    return true;
  });
  if (!isFree) {
    return refuse(context, {
      field: 'name',
      message: `「${name}」という名前の端末は、もう使われています。別の名前にするか、その端末の使用を停止してください。`,
    });
  }
  return makePairingCode(context, { by, deviceId });
}

async function makePairingCode(context: AppLoadContext, change: Change): Promise<DeviceOutcome> {
  const { secrets, now } = context.services;
  const digits = Array.from({ length: pairingDigits }, () => randomInt(10)).join('');
  const device = await record(context, change, {
    action: 'device.pairing_code_made',
    work: (tx) =>
      offerPairing(tx, {
        deviceId: change.deviceId,
        pairingHash: secrets.pairingHash(digits),
        expiresAt: new Date(now().getTime() + pairingMinutes * 60_000).toISOString(),
      }),
  });
  const half = pairingDigits / 2;
  const code = `${digits.slice(0, half)}-${digits.slice(half)}`;
  return { kind: 'pairing', deviceName: device.name, code, minutes: pairingMinutes };
}

/** Changes a device and writes it into the audit log, both or neither. */
async function record(
  context: AppLoadContext,
  { by, deviceId }: Change,
  step: {
    readonly action: AuditAction;
    readonly work: (tx: AppLoadContext['services']['db']) => Promise<boolean>;
  },
) {
  return inTransaction(context.services.db, async (tx) => {
    const device = await findDevice(tx, deviceId);
    if (!device || !(await step.work(tx))) throw new Response(null, { status: 404 });
    const on = { type: 'device', id: deviceId } as const;
    await audit(context.services, tx, { by, action: step.action, on, detail: { name: device.name } });
    return device;
  });
}
