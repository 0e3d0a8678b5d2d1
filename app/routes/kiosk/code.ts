import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { checkKioskCode } from '#app/features/kiosk/accept-kiosk-answer.server.ts';
import { findKioskDevice } from '#app/features/kiosk/kiosk-device.server.ts';

export const loader = () => redirect('/kiosk');

export async function action({ request, context }: ActionFunctionArgs) {
  const headers = { 'Cache-Control': 'no-store' };
  if (!(await findKioskDevice(request, context))) return new Response(null, { status: 401, headers });
  return Response.json(await checkKioskCode(context), { headers });
}
