import { randomUUID } from 'node:crypto';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { DeviceForm, PairingCode } from '#app/features/devices/device-form.tsx';
import { changeDevice, typedDevice } from '#app/features/devices/device-forms.server.ts';
import { DeviceList } from '#app/features/devices/device-list.tsx';
import { tellRefusal } from '#app/features/devices/device-words.ts';
import { loadDevices } from '#app/fielding/devices/list-devices.ts';
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
    // A tablet belongs to the office's listener.
    address: new URL('/kiosk', context.services.officeOrigin ?? request.url).href,
    ...(await loadDevices(context.services)),
  };
}

export async function action({ context }: ActionFunctionArgs) {
  const result = await changeDevice(context.services, accountOf(context), context.form);
  switch (result.kind) {
    case 'done':
      throw redirect('/staff/devices', 303);
    case 'unknown':
      throw new Response(null, { status: 404 });
    case 'pairing':
      return data(result);
    case 'refused':
      return data({ ...result, typed: typedDevice(context.form) }, { status: 400 });
  }
}

export default function Devices() {
  const { account, newId, address, devices, rounds } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result?.kind === 'refused' ? result : undefined;
  const problem = refused && tellRefusal(refused.refusal);
  return (
    <OfficeFrame account={account}>
      <PageHeading>窓口の端末</PageHeading>
      <ErrorSummary
        title="入力内容をお確かめください"
        errors={problem ? [{ href: `#${problem.field}`, message: problem.message }] : []}
      />
      <PairingCode offer={result?.kind === 'pairing' ? result : undefined} address={address} />
      <DeviceList devices={devices} rounds={rounds} />
      <h2 className="mt-10 text-xl font-700">端末を登録する</h2>
      <DeviceForm newId={newId} rounds={rounds} typed={refused?.typed} problem={problem} />
    </OfficeFrame>
  );
}
