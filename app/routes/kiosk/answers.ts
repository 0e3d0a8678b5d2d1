import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { acceptKioskAnswer } from '#app/features/kiosk/accept-kiosk-answer.server.ts';
import { findKioskDevice } from '#app/features/kiosk/kiosk-device.server.ts';
import type { KioskReply } from '#app/features/kiosk/kiosk-view.ts';
import { loadKiosk } from '#app/features/kiosk/load-kiosk.server.ts';

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
  const { stamp } = await loadKiosk(request, context);
  return Response.json({ stamp }, { headers });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const device = await findKioskDevice(request, context);
  if (!device) return new Response(null, { status: 401, headers });
  const kind = await acceptKioskAnswer(context, device);
  return Response.json({ kind }, { status: statuses[kind], headers });
}
