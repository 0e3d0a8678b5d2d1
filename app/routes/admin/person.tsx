import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { changePerson, getPerson } from '#app/features/people/change-person.server.ts';
import { OneTimeLink } from '#app/features/people/one-time-link.tsx';
import { PersonActions } from '#app/features/people/person-actions.tsx';
import { roleNames } from '#app/i18n/ja/office.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '利用者の管理 | 声箱' }];
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id, displayName, role } = accountOf(context);
  const person = await getPerson(context, params.person);
  return { account: { displayName, role }, person, isSelf: person.id === id };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const person = await getPerson(context, params.person);
  const result = await changePerson(request, context, { by, person });
  if (result.kind === 'done') throw redirect(`/admin/people/${person.id}`, 303);
  return data(result, { status: result.kind === 'refused' ? 409 : 200 });
}

export default function PersonPage() {
  const { account, person, isSelf } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <OfficeFrame account={account}>
      <PageHeading over="利用者">{person.displayName}</PageHeading>
      {result?.kind === 'refused' && (
        <Notice kind="error" isLive title="この操作はできません">
          <p>{result.message}</p>
        </Notice>
      )}
      {result?.kind === 'link' && <OneTimeLink link={result} />}
      <DefinitionList
        items={[
          { term: 'ログイン名', description: person.name },
          { term: '権限', description: roleNames[person.role] },
          { term: '状態', description: person.isDisabled ? '停止中' : '利用中' },
          { term: '二段階認証', description: person.hasSecondStep ? '使用中' : 'なし' },
        ]}
      />
      {isSelf ? (
        <p className="my-4">
          自分のパスワードと二段階認証は、<a href="/account">自分のアカウント</a>のページで変えられます。
        </p>
      ) : (
        <PersonActions person={person} />
      )}
      <p className="my-4">
        <a href={`/admin/audit?object=${person.id}`}>このアカウントについての操作の記録</a>
      </p>
    </OfficeFrame>
  );
}
