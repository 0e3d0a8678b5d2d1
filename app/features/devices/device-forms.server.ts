import { z } from 'zod';
import {
  addDevice,
  assignRound,
  offerPairingCode,
  shutOutDevice,
} from '#app/fielding/devices/change-device.ts';
import type { Services } from '#app/fielding/services.ts';
import { getForm } from '#app/web/form.ts';
import type { Account } from '#db/queries/account.ts';

const intentSchema = z.object({ intent: z.enum(['add', 'pair', 'assign', 'revoke']) });

const deviceSchema = z.object({ device: z.string() });

const roundSchema = deviceSchema.extend({
  round: z.string().transform((id) => (id === '' ? null : id)),
});

const newDeviceSchema = roundSchema.extend({
  device: z.string().regex(/^[0-9a-f-]{36}$/),
  name: z.string(),
});

/** Does what a clerk asked for. @throws {Response} 400 for a form that no page of ours sends */
export async function changeDevice(services: Services, by: Account, fields: URLSearchParams) {
  const { intent } = getForm(intentSchema, fields);
  switch (intent) {
    case 'add': {
      const { device, name, round } = getForm(newDeviceSchema, fields);
      return addDevice(services, { by, deviceId: device, name, roundId: round });
    }
    case 'pair':
      return offerPairingCode(services, { by, deviceId: getForm(deviceSchema, fields).device });
    case 'assign': {
      const { device, round } = getForm(roundSchema, fields);
      return assignRound(services, { by, deviceId: device, roundId: round });
    }
    case 'revoke':
      return shutOutDevice(services, { by, deviceId: getForm(deviceSchema, fields).device });
  }
}

/** What was typed, for a form that comes back; empty where it had no such field. */
export const typedDevice = (fields: URLSearchParams): { readonly name: string; readonly round: string } =>
  getForm(z.object({ name: z.string(), round: z.string() }), fields);
