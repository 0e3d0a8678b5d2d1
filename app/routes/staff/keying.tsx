import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/ui/breadcrumbs.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { entryMessages, keyingFields, type TypedValues } from '#app/features/keying/keying-fields.ts';
import { KeyingForm } from '#app/features/keying/keying-form.tsx';
import { KeyingNotice } from '#app/features/keying/keying-notices.tsx';
import { KeyingStatus } from '#app/features/keying/keying-status.tsx';
import { readKeyingForm, toTypedEntry } from '#app/features/keying/read-keying.server.ts';
import { type KeyFormResult, keyForm } from '#app/fielding/paper/key-form.ts';
import { loadKeying } from '#app/fielding/paper/load-keying.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import type { Round } from '#surveys/round/round.ts';

/** Enter moves between fields, so that nobody needs the mouse; without JavaScript it is a plain form. */
export const handle = { hydrate: true };
export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '紙の調査票の入力 | 声箱' }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { id: accountId, displayName, role } = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const progress = await loadKeying(context.services, { round, accountId });
  return { account: { displayName, role }, round: { ...factsOf(round), ...progress } };
}

const factsOf = (round: Round) => ({
  id: round.id,
  title: round.title,
  isDemo: round.isDemo,
  hasCodes: round.access === 'code',
  marks: listStratumMarks(round),
  pages: round.questionnaire.pages,
});

export async function action({ params, context }: ActionFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const values = readKeyingForm(round, context.form);
  const result = await keyForm(context.services, { by, round, typed: toTypedEntry(round, values) });
  // An id for what was just recorded: the form then starts anew for the next paper.
  return data({ result, values, at: context.requestId }, { status: result.kind === 'keyed' ? 200 : 400 });
}

/**
 * What stands in the fields of the next form: the typed values where something has to be corrected, else the
 * serial after the last one, and the same batch.
 */
function firstValues(done: { readonly result: KeyFormResult; readonly values: TypedValues }): TypedValues {
  const { result, values } = done;
  if (result.kind !== 'keyed') return values;
  return { [keyingFields.serial]: String(Number(result.serial) + 1), [keyingFields.batch]: result.batch };
}

export default function Keying() {
  const { account, round } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  return (
    <OfficeFrame account={account} isDemo={round.isDemo}>
      <Breadcrumbs
        trail={[{ label: round.title, href: `/staff/rounds/${round.id}` }, { label: '紙の調査票の入力' }]}
      />
      <PageHeading over={round.title}>紙の調査票の入力</PageHeading>
      <KeyingStatus round={round} />
      <KeyingNotice roundId={round.id} result={done?.result} />
      {round.takesPaper ? (
        <KeyingForm
          key={done?.at ?? 'first'}
          round={round}
          values={done ? firstValues(done) : {}}
          errors={done?.result.kind === 'invalid' ? entryMessages(done.result.problems) : {}}
        />
      ) : (
        <Notice kind="warning" title="いまは入力できません">
          <p>受付の開始から結果の確定までの間に入力できます。</p>
        </Notice>
      )}
    </OfficeFrame>
  );
}
