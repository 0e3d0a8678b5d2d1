import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { enterRecords } from '#app/features/enter-records/enter-records.server.ts';
import { RecordForm } from '#app/features/enter-records/record-form.tsx';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { isWardsOwn } from '#surveys/round/audience.ts';
import type { Round } from '#surveys/round/round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '区の記録の入力 | 声箱' }];

const isForRecords = (round: Round) => isWardsOwn(round.audience) && round.state === 'open';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  if (!isForRecords(round)) throw redirect(`/staff/rounds/${round.id}`);
  return {
    account: { displayName, role },
    round: { title: round.title, isDemo: round.isDemo, pages: round.questionnaire.pages },
    submissionKey: crypto.randomUUID(),
  };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const result = isForRecords(round) ? await enterRecords(context, by, round) : undefined;
  if (result?.kind === 'invalid') return data(result, { status: 400 });
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
