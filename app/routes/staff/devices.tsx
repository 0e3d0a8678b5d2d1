import { randomUUID } from 'node:crypto';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { DeviceForm, PairingCode } from '#app/features/devices/device-form.tsx';
import { DeviceList } from '#app/features/devices/device-list.tsx';
import {
  changeDevice,
  deviceIntents,
  kioskAddress,
  loadDevices,
} from '#app/features/devices/devices.server.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '窓口の端末 | 声箱' }];
/** A pairing code is shown once: no copy of the page may be kept. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  return {
    account: { displayName, role },
    newId: randomUUID(),
    address: kioskAddress(context, request),
    ...(await loadDevices(context)),
  };
}

export async function action({ context }: ActionFunctionArgs) {
  const account = accountOf(context);
  const intent = deviceIntents.find((name) => name === context.form.get('intent'));
  if (!intent) throw new Response(null, { status: 400 });
  const outcome = await changeDevice(context, account, intent);
  if (outcome.kind === 'done') throw redirect('/staff/devices', 303);
  return data(outcome, { status: outcome.kind === 'invalid' ? 400 : 200 });
}

export default function Devices() {
  const { account, newId, address, devices, rounds } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return (
    <OfficeFrame account={account}>
      <PageHeading>窓口の端末</PageHeading>
      <ErrorSummary
        title="入力内容をお確かめください"
        errors={outcome?.kind === 'invalid' ? [{ href: `#${outcome.field}`, message: outcome.message }] : []}
      />
      <PairingCode outcome={outcome} address={address} />
      <DeviceList devices={devices} rounds={rounds} />
      <h2 className="mt-10 text-xl font-700">端末を登録する</h2>
      <DeviceForm newId={newId} rounds={rounds} outcome={outcome} />
    </OfficeFrame>
  );
}
