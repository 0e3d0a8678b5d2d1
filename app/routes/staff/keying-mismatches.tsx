import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { ErrorRates } from '#app/features/keying/error-rates.tsx';
import { loadOpenForms } from '#app/features/keying/load-open-forms.server.ts';
import { MismatchList } from '#app/features/keying/mismatch-list.tsx';
import { settleMismatch } from '#app/features/keying/settle-mismatch.server.ts';
import { SettleNotice } from '#app/features/keying/settle-notice.tsx';
import { SettlerForm } from '#app/features/keying/settler-form.tsx';
import { WaitingForms } from '#app/features/keying/waiting-forms.tsx';
import { formatCount } from '#app/i18n/ja/office.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

/** A comment that differs is mended from one of the two; without JavaScript it is a plain form. */
export const handle = { hydrate: true };
export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '入力途中の票 | 声箱' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id, displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return { account: { displayName, role }, view: await loadOpenForms(context, round, id) };
}

const goodKinds: readonly string[] = ['settled', 'discarded', 'settler_changed', 'withdrawn'];

export async function action({ params, context }: ActionFunctionArgs) {
  const account = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const result = await settleMismatch(context, round, account);
  return data(result, { status: goodKinds.includes(result.kind) ? 200 : 400 });
}

export default function KeyingMismatches() {
  const { account, view } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
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
      <SettleNotice result={result} view={view} />
      <p>記録した後、まだ受け付けていない票です。すべて済ませると、結果を確定できます。</p>
      <section className="mt-8">
        <h2 className="text-xl font-700">不一致の票({formatCount(view.mismatches.length)}票)</h2>
        <p>2人の入力が一致しないか、受け付けられない票です。紙の調査票を見て決めてください。</p>
        <SettlerForm settler={view.settler} />
        <MismatchList view={view} result={result} />
      </section>
      <section className="mt-12">
        <h2 className="text-xl font-700">2人目の入力を待っている票</h2>
        <WaitingForms view={view} />
      </section>
      <ErrorRates rates={view.errorRates} />
    </OfficeFrame>
  );
}
