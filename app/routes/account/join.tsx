import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { OfficePage } from '#app/components/ui/office-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { getInvitation, join } from '#app/features/join/join.server.ts';
import { JoinForm } from '#app/features/join/join-form.tsx';
import officeStyles from '#app/styles/office.css?url';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: 'パスワードの設定 | 声箱' }, { name: 'robots', content: 'noindex' }];
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { name, displayName } = await getInvitation(context, params.token);
  return { name, displayName };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const result = await join(context, await getInvitation(context, params.token));
  if (result.kind === 'refused') return data(result, { status: 400 });
  throw redirect('/login?joined=1', 303);
}

export default function Join() {
  const { name, displayName } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficePage>
      <PageHeading over={`${displayName}さん`}>パスワードの設定</PageHeading>
      <ErrorSummary
        title="パスワードを設定できませんでした"
        errors={refused ? [{ href: `#${refused.field}`, message: refused.message }] : []}
      />
      <JoinForm name={name} refused={refused} />
    </OfficePage>
  );
}
