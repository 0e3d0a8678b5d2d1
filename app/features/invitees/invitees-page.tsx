import { Button, ButtonLink } from '#app/components/form/button.tsx';
import { TextArea } from '#app/components/form/text-input.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { Table } from '#app/components/ui/table.tsx';
import { RaterMeans, VisitTable } from '#app/features/invitees/rater-tables.tsx';
import type { InviteesData } from '#app/fielding/codes/load-invitees.ts';
import { inviteeName } from '#app/i18n/ja/letters.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

interface InviteesPageProps {
  readonly roundId: string;
  readonly usesCodes: boolean;
  readonly canInvite: boolean;
  readonly data: InviteesData;
  /** The list that was sent and refused, and why. */
  readonly refused: { readonly typed: string; readonly message: string } | undefined;
}

/** Who is asked by name, who answered, and how raters compare. */
export function InviteesPage({ roundId, usesCodes, canInvite, data, refused }: InviteesPageProps) {
  return (
    <>
      <Notice kind="info" title="誰の回答かが分かる調査です">
        <p>
          回答する方には、回答を始める前の画面で、団体・調査員ごとに集計することをお知らせしています。名前は回答と一緒に保存します。
        </p>
      </Notice>
      <InviteeTable invitees={data.invitees} usesCodes={usesCodes} />
      {data.items.length > 0 && data.visits.length > 0 && (
        <section className="mt-10">
          <h2 className="text-xl font-700">調査員ごとの平均点</h2>
          <RaterMeans {...data} />
          <VisitTable {...data} />
        </section>
      )}
      {usesCodes ? (
        <CodesByName roundId={roundId} canInvite={canInvite} refused={refused} />
      ) : (
        <p className="my-6">この調査回では、回答コードを使いません。</p>
      )}
    </>
  );
}

function CodesByName({
  roundId,
  canInvite,
  refused,
}: Pick<InviteesPageProps, 'roundId' | 'canInvite' | 'refused'>) {
  return (
    <>
      {canInvite ? (
        <InviteForm refused={refused} />
      ) : (
        <p className="my-6">名前ごとの回答コードは、調査回が承認された後、受付が終わるまでつくれます。</p>
      )}
      <p className="mt-6">
        <ButtonLink variant="outline" href={`/staff/rounds/${roundId}/codes`}>
          回答コードを印刷・書き出しする
        </ButtonLink>
      </p>
    </>
  );
}

function InviteeTable({
  invitees,
  usesCodes,
}: Pick<InviteesData, 'invitees'> & Pick<InviteesPageProps, 'usesCodes'>) {
  if (invitees.length === 0) return <p className="my-6">まだ誰も依頼されていません。</p>;
  return (
    <Table caption="依頼した相手">
      <thead>
        <tr>
          <th scope="col">名前</th>
          {usesCodes && (
            <th scope="col" className="number">
              回答コード
            </th>
          )}
          <th scope="col" className="number">
            回答
          </th>
        </tr>
      </thead>
      <tbody>
        {invitees.map(({ name, nCodes, nAnswers }) => (
          <tr key={name} data-invitee={name}>
            <th scope="row">{inviteeName(name)}</th>
            {usesCodes && <td className="number">{formatCount(nCodes)}</td>}
            <td className="number">{formatCount(nAnswers)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function InviteForm({ refused }: Pick<InviteesPageProps, 'refused'>) {
  return (
    <section className="mt-10">
      <h2 className="text-xl font-700">名前を挙げて依頼する</h2>
      <form method="post" noValidate className="max-w-3xl">
        <TextArea
          name="names"
          label="団体・調査員の名前"
          help="1行に1つ入力してください。覆面調査員のように何度も回答する人は、名前の後に「,」と回数を入力します(例: 調査員A,3)。1回の回答に、回答コードを1つつくります。"
          isRequired
          rows={8}
          defaultValue={refused?.typed}
          error={refused?.message}
        />
        <Button>回答コードをつくる</Button>
      </form>
    </section>
  );
}
