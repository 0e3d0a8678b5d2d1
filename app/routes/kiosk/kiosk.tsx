import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { KioskPairing } from '#app/features/kiosk/kiosk-pairing.tsx';
import { KioskScreen } from '#app/features/kiosk/kiosk-screen.tsx';
import { loadKiosk } from '#app/fielding/devices/load-kiosk.ts';
import { pairTablet } from '#app/fielding/devices/pair-device.ts';
import kioskStyles from '#app/styles/kiosk.css?url';
import { getForm } from '#app/web/form.ts';
import { deviceCookie } from '#app/web/log-in/session-cookie.ts';
import { findDeviceOf } from '#app/web/paired-device.ts';

export const handle = { hydrate: true };
export const links = () => [{ rel: 'stylesheet', href: kioskStyles }];
export const meta = () => [{ title: 'アンケート | 声箱' }];
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = async ({ request, context }: LoaderFunctionArgs) =>
  loadKiosk(context.services, await findDeviceOf(request, context));

export async function action({ context }: ActionFunctionArgs) {
  const { services, form, clientIp } = context;
  const { code } = getForm(z.object({ code: z.string() }), form);
  const result = await pairTablet(services, { typed: code, clientIp });
  if (result.kind === 'refused') return data(result, { status: 400 });
  const cookie = await deviceCookie(services.isSecure).serialize(result.token);
  throw redirect('/kiosk', { status: 303, headers: { 'Set-Cookie': cookie } });
}

export default function Kiosk() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (view.kind === 'unpaired') return <KioskPairing refusal={refused?.refusal} />;
  return <KioskScreen view={view} />;
}
