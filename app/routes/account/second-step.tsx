import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { changeSecondStep, loadSecondStep } from '#app/features/account/own-second-step.server.ts';
import { RecoveryCodes } from '#app/features/account/recovery-codes.tsx';
import { SecondStepPanel } from '#app/features/account/second-step-panel.tsx';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '二段階認証 | 声箱' }];
/** The secret and the recovery codes stand on this page. */
export const headers = () => ({ 'Cache-Control': 'no-store' });

export async function loader({ context }: LoaderFunctionArgs) {
  const account = accountOf(context);
  const { displayName, role } = account;
  return { account: { displayName, role }, state: await loadSecondStep(context, account) };
}

export async function action({ context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const result = await changeSecondStep(context, by);
  if (result.kind === 'done') throw redirect('/account/second-step', 303);
  return data(result, { status: result.kind === 'refused' ? 400 : 200 });
}

export default function SecondStep() {
  const { account, state } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result?.kind === 'refused' ? result : undefined;
  return (
    <OfficeFrame account={account}>
      <PageHeading over="自分のアカウント">二段階認証</PageHeading>
      {result?.kind === 'codes' ? (
        <RecoveryCodes codes={result.codes} />
      ) : (
        <>
          <p className="my-4">
            ログインのとき、パスワードに加えて、スマートフォンの認証アプリに表示される6桁の数字を入力します。パスワードを知られても、ほかの人はログインできません。
          </p>
          <ErrorSummary
            title="この操作はできませんでした"
            errors={refused ? [{ href: `#${refused.field}`, message: refused.message }] : []}
          />
          <SecondStepPanel state={state} refused={refused} />
        </>
      )}
    </OfficeFrame>
  );
}
