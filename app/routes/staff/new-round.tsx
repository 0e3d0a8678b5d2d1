import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { QuestionnaireChoice } from '#app/features/launch-round/questionnaire-choice.tsx';
import { copyRound, createDraft } from '#app/fielding/rounds/create-draft.ts';
import { listLaunchChoices } from '#app/fielding/rounds/list-launch-choices.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getForm } from '#app/web/form.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

/** One button chooses a questionnaire, the other a round to copy. */
const choiceSchema = z.strictObject({ questionnaireId: z.string(), copyOf: z.string() });

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '調査回をつくる | 声箱' }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  return { account: { displayName, role }, choices: await listLaunchChoices(context.services) };
}

export async function action({ context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const { copyOf, questionnaireId: recipeId } = getForm(choiceSchema, context.form);
  const isCopy = context.form.has('copyOf');
  // Nothing to copy was chosen.
  if (isCopy && copyOf === '') throw redirect('/staff/rounds/new', 303);
  const round = isCopy
    ? await copyRound(context.services, { by, earlier: await getOfficeRound(context, copyOf) })
    : await createDraft(context.services, { by, recipeId });
  if (!round) throw new Response(null, { status: 400 });
  throw redirect(`/staff/rounds/${round.id}/setup/${isCopy ? 'summary' : 'questionnaire'}`, 303);
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
