import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink } from '#app/components/form/button.tsx';
import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { loadAccountPage, revokeSessions } from '#app/features/account/own-sessions.server.ts';
import { SessionTable } from '#app/features/account/session-table.tsx';
import { roleNames } from '#app/i18n/ja/office.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '自分のアカウント | 声箱' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const account = accountOf(context);
  const { name, displayName, role } = account;
  return { account: { name, displayName, role }, ...(await loadAccountPage(request, context, account)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  await revokeSessions(request, context, by);
  throw redirect('/account', 303);
}

export default function AccountPage() {
  const { account, sessions, hasSecondStep } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame account={account}>
      <PageHeading>自分のアカウント</PageHeading>
      <DefinitionList
        items={[
          { term: 'ログイン名', description: account.name },
          { term: '氏名', description: account.displayName },
          { term: '権限', description: roleNames[account.role] },
          { term: '二段階認証', description: hasSecondStep ? '使っています' : '使っていません' },
        ]}
      />
      <p className="my-4 flex flex-wrap gap-4">
        <ButtonLink href="/account/password" variant="outline">
          パスワードを変える
        </ButtonLink>
        <ButtonLink href="/account/second-step" variant="outline">
          二段階認証
        </ButtonLink>
      </p>
      <h2 className="mt-8 text-xl font-700">ログイン中の端末</h2>
      <p>心当たりのない端末があれば、ログアウトさせてからパスワードを変えてください。</p>
      <SessionTable sessions={sessions} />
    </OfficeFrame>
  );
}
