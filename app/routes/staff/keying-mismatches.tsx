import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { actOnForm, type FormAnswer } from '#app/features/keying/act-on-form.server.ts';
import { describeOpenForms } from '#app/features/keying/describe-difference.ts';
import { ErrorRates } from '#app/features/keying/error-rates.tsx';
import { MismatchList } from '#app/features/keying/mismatch-list.tsx';
import { SettleNotice } from '#app/features/keying/settle-notice.tsx';
import { SettlerForm } from '#app/features/keying/settler-form.tsx';
import { WaitingForms } from '#app/features/keying/waiting-forms.tsx';
import { loadOpenForms } from '#app/fielding/paper/load-open-forms.ts';
import { formatCount } from '#app/i18n/ja/office.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

/** A comment that differs starts from one of the two; without JavaScript it is a plain form. */
export const handle = { hydrate: true };
export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '入力途中の票 | 声箱' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id: accountId, displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const forms = await loadOpenForms(context.services, { round, accountId });
  return { account: { displayName, role }, view: describeOpenForms(round, forms) };
}

const goodKinds: readonly FormAnswer['kind'][] = ['settled', 'discarded', 'settler_changed', 'withdrawn'];

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const answer = await actOnForm(context, { by, round });
  return data(answer, { status: goodKinds.includes(answer.kind) ? 200 : 400 });
}

export default function KeyingMismatches() {
  const { account, view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const roundHref = `/staff/rounds/${view.id}`;
  return (
    <OfficeFrame account={account} isDemo={view.isDemo}>
      <Breadcrumbs
        trail={[
          { label: view.title, href: roundHref },
          { label: '紙の調査票の入力', href: `${roundHref}/keying` },
          { label: '入力途中の票' },
        ]}
      />
      <PageHeading over={view.title}>入力途中の票</PageHeading>
      <SettleNotice answer={answer} view={view} />
      <p>記録した後、まだ受け付けていない票です。すべて済ませると、結果を確定できます。</p>
      <section className="mt-8">
        <h2 className="text-xl font-700">不一致の票({formatCount(view.mismatches.length)}票)</h2>
        <p>2人の入力が一致しないか、受け付けられない票です。紙の調査票を見て決めてください。</p>
        <SettlerForm settler={view.settler} />
        <MismatchList view={view} answer={answer} />
      </section>
      <section className="mt-12">
        <h2 className="text-xl font-700">2人目の入力を待っている票</h2>
        <WaitingForms view={view} />
      </section>
      <ErrorRates rates={view.errorRates} />
    </OfficeFrame>
  );
}
