import type { AppLoadContext } from '@remix-run/node';
import { findPairedDevice } from '#app/fielding/devices/pair-device.ts';
import { deviceCookie } from '#app/web/log-in/session-cookie.ts';
import type { Device } from '#db/queries/device.ts';

/** The device of the tablet that asks; undefined when it is not paired, or was shut out. */
export async function findDeviceOf(request: Request, context: AppLoadContext): Promise<Device | undefined> {
  const { services } = context;
  const token: unknown = await deviceCookie(services.isSecure).parse(request.headers.get('Cookie'));
  return findPairedDevice(services, typeof token === 'string' && token !== '' ? token : undefined);
}
