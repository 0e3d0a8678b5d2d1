import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { readKioskAnswer } from '#app/features/kiosk/kiosk-forms.server.ts';
import { acceptKioskAnswer, type KioskReply } from '#app/fielding/answer/kiosk-answer.ts';
import { loadKiosk } from '#app/fielding/devices/load-kiosk.ts';
import { findDeviceOf } from '#app/web/paired-device.ts';

const headers = { 'Cache-Control': 'no-store' };
const statuses: Readonly<Record<KioskReply, number>> = {
  accepted: 200,
  repeated: 200,
  not_open: 410,
  code_used: 409,
  code_refused: 403,
  invalid: 400,
};

/** What the tablet should show by now, in one word. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { stamp } = await loadKiosk(context.services, await findDeviceOf(request, context));
  return Response.json({ stamp }, { headers });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const device = await findDeviceOf(request, context);
  if (!device) return new Response(null, { status: 401, headers });
  const { services, form, clientIp } = context;
  const answer = { ...readKioskAnswer(form), deviceId: device.id, clientIp };
  const kind = await acceptKioskAnswer(services, answer);
  return Response.json({ kind }, { status: statuses[kind], headers });
}
