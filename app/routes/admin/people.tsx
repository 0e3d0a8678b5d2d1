import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ButtonLink } from '#app/components/form/button.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { InvitationTable } from '#app/features/people/invitation-table.tsx';
import { listPeople, withdrawInvitation } from '#app/features/people/list-people.server.ts';
import { PeopleTable } from '#app/features/people/people-table.tsx';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '利用者 | 声箱' }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  return { account: { displayName, role }, ...(await listPeople(context)) };
}

export async function action({ context }: ActionFunctionArgs) {
  const by = accountOf(context);
  await withdrawInvitation(context, by);
  throw redirect('/admin/people', 303);
}

export default function People() {
  const { account, people, invitations } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame account={account}>
      <PageHeading>利用者</PageHeading>
      <p className="my-4">
        <ButtonLink href="/admin/people/new">利用者を招待する</ButtonLink>
      </p>
      <PeopleTable people={people} />
      <h2 className="mt-8 text-xl font-700">使われていないリンク</h2>
      <InvitationTable invitations={invitations} />
    </OfficeFrame>
  );
}
