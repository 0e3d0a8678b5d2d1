import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficeFrame } from '#app/components/ui/office-frame.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { RoundTable } from '#app/components/ui/round-table.tsx';
import { listRoundSummaries, type RoundSummary } from '#app/fielding/results/list-round-summaries.ts';
import officeStyles from '#app/styles/office.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { isBeforeFielding } from '#surveys/round/round.ts';

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '集計の状況 | 声箱' }];

export async function loader({ context }: LoaderFunctionArgs) {
  const { displayName, role } = accountOf(context);
  const rounds = await listRoundSummaries(context.services);
  return {
    account: { displayName, role },
    rounds: rounds.filter(({ state }) => !isBeforeFielding(state)),
    requests: role === 'staff' ? [] : rounds.filter(({ state }) => state === 'approval_requested'),
    unpublished: role === 'staff' ? [] : rounds.filter(({ state }) => state === 'finalised'),
  };
}

export default function ManagerRounds() {
  const { account, rounds, requests, unpublished } = useLoaderData<typeof loader>();
  return (
    <OfficeFrame account={account}>
      <Waiting title="承認をお待ちの調査回" word="承認" rounds={requests} />
      <Waiting title="公表をお待ちの調査回" word="公表" rounds={unpublished} />
      <PageHeading>集計の状況</PageHeading>
      <p className="my-4">調査回を選ぶと、指標ごとの割合が回答に合わせて動く画面を開きます。</p>
      <RoundTable rounds={rounds} hrefOf={(id) => `/manager/rounds/${id}`} />
    </OfficeFrame>
  );
}

interface WaitingProps {
  readonly title: string;
  /** What the rounds wait for. */
  readonly word: string;
  readonly rounds: readonly RoundSummary[];
}

/** Rounds that wait for a manager's decision; nothing where none does. */
function Waiting({ title, word, rounds }: WaitingProps) {
  if (rounds.length === 0) return null;
  return (
    <Notice kind="info" title={title}>
      <ul>
        {rounds.map((round) => (
          <li key={round.id}>
            <a href={`/manager/rounds/${round.id}/approval`} className="inline-block py-2.5">
              {round.title}({round.fiscalYear}年度)の内容を見て{word}する
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
