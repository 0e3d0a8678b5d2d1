import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { pairTablet } from '#app/features/kiosk/kiosk-device.server.ts';
import { KioskScreen } from '#app/features/kiosk/kiosk-screen.tsx';
import { loadKiosk } from '#app/features/kiosk/load-kiosk.server.ts';
import { kioskStaffWords } from '#app/i18n/ja/kiosk.ts';
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
  if (view.kind !== 'unpaired') return <KioskScreen view={view} />;
  return (
    <main id="main" className="kiosk">
      <PageHeading>{kioskStaffWords.pairTitle}</PageHeading>
      <form method="post" noValidate autoComplete="off">
        <TextInput
          name="code"
          label={kioskStaffWords.pairLabel}
          help={kioskStaffWords.pairHelp}
          error={refused?.message}
          inputMode="numeric"
          isRequired
        />
        <Button>{kioskStaffWords.pair}</Button>
      </form>
    </main>
  );
}
