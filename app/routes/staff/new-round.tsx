import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
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
import type { Account } from '#db/queries/account.ts';

/** One button chooses a questionnaire, the other a round to copy; the plan is asked for where there are several. */
const choiceSchema = z.strictObject({ questionnaireId: z.string(), planId: z.string(), copyOf: z.string() });

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '調査回をつくる | 声箱' }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  return { account: { displayName, role }, choices: await listLaunchChoices(context.services) };
}

export async function action({ context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const { copyOf, questionnaireId: recipeId, planId } = getForm(choiceSchema, context.form);
  if (context.form.has('copyOf')) return copyEarlier(context, { by, copyOf });
  const result = await createDraft(context.services, { by, recipeId, planId: planId || null });
  switch (result.kind) {
    case 'made':
      throw redirect(`/staff/rounds/${result.round.id}/setup/questionnaire`, 303);
    case 'plan_not_chosen':
      return data({ planError: '計画を選んでください。' }, { status: 400 });
    case 'unknown_questionnaire':
      throw new Response(null, { status: 400 });
  }
}

async function copyEarlier(
  context: AppLoadContext,
  { by, copyOf }: { readonly by: Account; readonly copyOf: string },
): Promise<never> {
  // Nothing to copy was chosen.
  if (copyOf === '') throw redirect('/staff/rounds/new', 303);
  const round = await copyRound(context.services, { by, earlier: await getOfficeRound(context, copyOf) });
  if (!round) throw new Response(null, { status: 400 });
  throw redirect(`/staff/rounds/${round.id}/setup/summary`, 303);
}

/** Every step of the preparation is saved in the draft that this page makes. */
export default function NewRound() {
  const { account, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficeFrame account={account}>
      <PageHeading>調査回をつくる</PageHeading>
      <QuestionnaireChoice choices={choices} planError={refused?.planError} />
    </OfficeFrame>
  );
}
