import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pairTablet } from '#app/features/kiosk/kiosk-device.server.ts';
import { KioskPairing } from '#app/features/kiosk/kiosk-pairing.tsx';
import { KioskScreen } from '#app/features/kiosk/kiosk-screen.tsx';
import { loadKiosk } from '#app/features/kiosk/load-kiosk.server.ts';
import kioskStyles from '#app/styles/kiosk.css?url';

export const handle = { hydrate: true };
export const links = () => [{ rel: 'stylesheet', href: kioskStyles }];
export const meta = () => [{ title: 'アンケート | 声箱' }];
export const headers = () => ({ 'Cache-Control': 'no-store' });

export const loader = ({ request, context }: LoaderFunctionArgs) => loadKiosk(request, context);

export async function action({ context }: ActionFunctionArgs) {
  const result = await pairTablet(context);
  if (result.kind === 'refused') return data(result, { status: 400 });
  throw redirect('/kiosk', { status: 303, headers: { 'Set-Cookie': result.setCookie } });
}

export default function Kiosk() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (view.kind === 'unpaired') return <KioskPairing message={refused?.message} />;
  return <KioskScreen view={view} />;
}
