import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { readKioskCode } from '#app/features/kiosk/kiosk-forms.server.ts';
import { checkKioskCode } from '#app/fielding/answer/kiosk-answer.ts';
import { findDeviceOf } from '#app/web/paired-device.ts';

export const loader = () => redirect('/kiosk');

export async function action({ request, context }: ActionFunctionArgs) {
  const headers = { 'Cache-Control': 'no-store' };
  if (!(await findDeviceOf(request, context))) return new Response(null, { status: 401, headers });
  const { services, form, clientIp } = context;
  return Response.json(await checkKioskCode(services, { ...readKioskCode(form), clientIp }), { headers });
}
