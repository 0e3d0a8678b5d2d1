import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { changePassword } from '#app/features/account/change-password.server.ts';
import { PasswordForm } from '#app/features/account/password-form.tsx';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: 'パスワードの変更 | 声箱' }];

export function loader({ context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  return { account: { displayName, role } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const result = await changePassword(request, context, by);
  return data(result, { status: result.kind === 'refused' ? 400 : 200 });
}

export default function ChangePassword() {
  const { account } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result?.kind === 'refused' ? result : undefined;
  return (
    <OfficeFrame account={account}>
      <PageHeading over="自分のアカウント">パスワードの変更</PageHeading>
      {result?.kind === 'changed' ? (
        <Notice kind="success" isLive title="パスワードを変えました">
          <p>ほかの端末はログアウトさせました。次のログインから新しいパスワードを使ってください。</p>
        </Notice>
      ) : (
        <>
          <ErrorSummary
            title="パスワードを変えられませんでした"
            errors={refused ? [{ href: `#${refused.field}`, message: refused.message }] : []}
          />
          <PasswordForm refused={refused} />
        </>
      )}
    </OfficeFrame>
  );
}
