import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { RecordForm, type RefusedRecords } from '#app/features/enter-records/record-form.tsx';
import { enterRecords, takesRecords } from '#app/fielding/records/enter-records.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getForm } from '#app/web/form.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '区の記録の入力 | 声箱' }];

/** The same key is the same entry, however often the form is sent. */
const keySchema = z.strictObject({ _key: z.string() });

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  if (!takesRecords(round, context.services)) throw redirect(`/staff/rounds/${round.id}`);
  return {
    account: { displayName, role },
    round: { title: round.title, isDemo: round.isDemo, pages: round.questionnaire.pages },
    submissionKey: crypto.randomUUID(),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const typed = fieldsOf(context.form);
  const { _key: submissionKey } = getForm(keySchema, context.form);
  const result = await enterRecords(context.services, { by, round, typed, submissionKey });
  if (result.kind === 'invalid') {
    return data<RefusedRecords>({ values: typed, errors: result.errors }, { status: 400 });
  }
  throw redirect(`/staff/rounds/${round.id}`, 303);
}

export default function Records() {
  const { account, round, submissionKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={round.isDemo}>
      <PageHeading over={round.title}>区の記録の入力</PageHeading>
      <RecordForm pages={round.pages} submissionKey={submissionKey} refused={refused} />
    </OfficeFrame>
  );
}
