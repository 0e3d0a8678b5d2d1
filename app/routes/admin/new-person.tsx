import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { invitePerson } from '#app/features/people/invite.server.ts';
import { InviteForm } from '#app/features/people/invite-form.tsx';
import { OneTimeLink } from '#app/features/people/one-time-link.tsx';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '利用者を招待する | 声箱' }];
export const headers = () => ({ 'Cache-Control': 'no-store' });

export function loader({ context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  return { account: { displayName, role } };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const result = await invitePerson(request, context, by);
  const values: Readonly<Record<string, string>> = Object.fromEntries(context.form);
  return data({ result, values }, { status: result.kind === 'refused' ? 400 : 200 });
}

export default function NewPerson() {
  const { account } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const errors: Readonly<Record<string, string>> =
    answer?.result.kind === 'refused' ? answer.result.errors : {};
  return (
    <OfficeFrame account={account}>
      <PageHeading over="利用者">利用者を招待する</PageHeading>
      {answer?.result.kind === 'link' ? (
        <>
          <OneTimeLink link={answer.result} />
          <a href="/admin/people">利用者の一覧へ</a>
        </>
      ) : (
        <>
          <ErrorSummary
            title="招待できませんでした"
            errors={Object.entries(errors).map(([field, message]) => ({ href: `#${field}`, message }))}
          />
          <InviteForm values={answer?.values ?? {}} errors={errors} />
        </>
      )}
    </OfficeFrame>
  );
}
