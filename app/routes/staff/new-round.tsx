import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { copyRound, createDraft } from '#app/features/launch-round/create-draft.server.ts';
import { loadLaunchChoices } from '#app/features/launch-round/load-launch-choices.server.ts';
import { QuestionnaireChoice } from '#app/features/launch-round/questionnaire-choice.tsx';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '調査回をつくる | 声箱' }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  return { account: { displayName, role }, choices: await loadLaunchChoices(context) };
}

export async function action({ context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const copyOf = context.form.get('copyOf');
  if (copyOf === '') throw redirect('/staff/rounds/new', 303);
  const round =
    copyOf === null
      ? await createDraft(context, by, context.form.get('questionnaireId') ?? '')
      : await copyRound(context, by, await getOfficeRound(context, copyOf));
  if (!round) throw new Response(null, { status: 400 });
  throw redirect(`/staff/rounds/${round.id}/setup/${copyOf === null ? 'questionnaire' : 'summary'}`, 303);
}

/** Every step of the preparation is saved in the draft that this page makes. */
export default function NewRound() {
  const { account, choices } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame account={account}>
      <PageHeading>調査回をつくる</PageHeading>
      <QuestionnaireChoice {...choices} />
    </OfficeFrame>
  );
}
