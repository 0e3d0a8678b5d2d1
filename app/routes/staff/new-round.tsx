import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireAccount } from '#app/.server/account-gate.ts';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { LaunchFields } from '#app/features/launch-round/launch-fields.tsx';
import { parseLaunchForm } from '#app/features/launch-round/launch-form.ts';
import { launchRound } from '#app/features/launch-round/launch-round.server.ts';
import { loadLaunchChoices } from '#app/features/launch-round/load-launch-choices.server.ts';
import { QuestionnaireChoice } from '#app/features/launch-round/questionnaire-choice.tsx';
import officeStyles from '#app/styles/office.css?url';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '調査回をつくる | 声箱' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { displayName, role } = await requireAccount(request, context, ['staff']);
  const recipeId = new URL(request.url).searchParams.get('questionnaire');
  return { account: { displayName, role }, choices: await loadLaunchChoices(context, recipeId) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const by = await requireAccount(request, context, ['staff']);
  const fields = fieldsOf(context.form);
  const parsed = parseLaunchForm(fields);
  if (!parsed.ok) return data({ fields, errors: parsed.errors }, { status: 400 });
  const result = await launchRound(context, by, parsed.form);
  if (result.kind === 'refused') {
    const errors: Readonly<Record<string, string>> = { [result.field]: result.message };
    return data({ fields, errors }, { status: 400 });
  }
  throw redirect(`/staff/rounds/${result.roundId}`, 303);
}

export default function NewRound() {
  const { account, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficeFrame account={account}>
      <PageHeading>調査回をつくる</PageHeading>
      {choices.chosen ? (
        <LaunchFields choices={choices} chosen={choices.chosen} refused={refused} />
      ) : (
        <QuestionnaireChoice recipes={choices.recipes} />
      )}
    </OfficeFrame>
  );
}
