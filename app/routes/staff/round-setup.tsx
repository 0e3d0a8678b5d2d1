import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { answerStep } from '#app/features/launch-round/answer-step.server.ts';
import { SetupPage } from '#app/features/launch-round/setup-page.tsx';
import { loadSetup } from '#app/fielding/rounds/load-setup.ts';
import { stepName } from '#app/i18n/ja/setup.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import { setupSteps } from '#surveys/round/setup.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  {
    title: `${error ? 'エラー: ' : ''}${data ? stepName(data.step, data.view.setup.mode) : '調査回の準備'} | 声箱`,
  },
];

/** @throws {Response} 404 for an unknown step */
function getStep(name: string | undefined) {
  const step = setupSteps.find((candidate) => candidate === name);
  if (!step) throw new Response(null, { status: 404 });
  return step;
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const step = getStep(params.step);
  const round = await getOfficeRound(context, params.round);
  if (round.state !== 'draft') throw redirect(`/staff/rounds/${round.id}`);
  const today = japaneseDayOf(context.services.now().toISOString());
  return { account: { displayName, role }, step, view: await loadSetup(context.services, round), today };
}

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const step = getStep(params.step);
  const round = await getOfficeRound(context, params.round);
  if (round.state !== 'draft') throw redirect(`/staff/rounds/${round.id}`, 303);
  return answerStep(context, { by, round, step });
}

export default function RoundSetupPage() {
  const { account, step, view, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={view.round.isDemo}>
      <PageHeading over={`調査回の準備・${view.round.title}`}>{stepName(step, view.setup.mode)}</PageHeading>
      {answer?.kind === 'refused' && (
        <Notice kind="error" isLive title="この操作はできません">
          <p>{answer.message}</p>
        </Notice>
      )}
      <SetupPage
        step={step}
        view={view}
        refused={answer?.kind === 'invalid' ? answer : undefined}
        today={today}
      />
    </OfficeFrame>
  );
}
