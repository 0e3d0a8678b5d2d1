import { Button } from '#app/components/form/button.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { CodesOverview } from '#app/fielding/codes/load-codes-overview.ts';
import { formatCount, formatDateTime } from '#app/i18n/ja/office.ts';

type Batch = CodesOverview['batches'][number];

/** Each making of codes with what can be printed or exported of it until it is sealed. */
export function BatchTable({ page }: { readonly page: CodesOverview }) {
  return (
    <>
      <Table caption="回答コードの印刷と書き出し" isStacking>
        <thead>
          <tr>
            <th scope="col">作成</th>
            <th scope="col">整理番号</th>
            <th scope="col">印刷・書き出し</th>
          </tr>
        </thead>
        <tbody>
          {page.batches.map((batch) => (
            <tr key={batch.batch}>
              <th scope="row">{formatDateTime(batch.createdAt)}</th>
              <td>
                {formatCount(batch.firstSerial)}〜{formatCount(batch.firstSerial + batch.nCodes - 1)}(
                {formatCount(batch.nCodes)}通)
              </td>
              <td>
                <BatchOutputs roundId={page.roundId} batch={batch} />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="my-4">
        回答コードそのものは、どこにも保存していません。印刷や書き出しのたびに、このサーバーの鍵と種から同じものをつくります。手紙を刷り終えたら「封をする」を押してください。種を捨てるので、その後は誰も回答コードを見られません(手紙はそのまま使えます)。受付を終えると、自動で封をします。
      </p>
    </>
  );
}

function BatchOutputs({ roundId, batch }: { readonly roundId: string; readonly batch: Batch }) {
  if (batch.isSealed) return '封をしました(表示できません)';
  if (batch.nMade < batch.nCodes) {
    const label = `${formatCount(batch.nMade)} / ${formatCount(batch.nCodes)}通`;
    return (
      <>
        <progress
          className="progress"
          value={batch.nMade}
          max={batch.nCodes}
          aria-label="回答コードの作成状況"
        />
        <p>作成中 {label}。この画面を離れても続きます。</p>
      </>
    );
  }
  const path = `/staff/rounds/${roundId}/codes/${batch.batch}`;
  return (
    <div className="flex flex-wrap items-center gap-x-6">
      <a className="inline-block py-2.5" href={`${path}/letters`} target="_blank" rel="noreferrer">
        手紙を印刷する(A4)
      </a>
      <a className="inline-block py-2.5" href={`${path}/forms`} target="_blank" rel="noreferrer">
        回答コード入りの紙の調査票を印刷する(A4)
      </a>
      <a className="inline-block py-2.5" href={`${path}/forms?size=large`} target="_blank" rel="noreferrer">
        同(大きな文字)
      </a>
      <a className="inline-block py-2.5" href={`${path}/sheet/csv`}>
        差し込み用CSV
      </a>
      <a className="inline-block py-2.5" href={`${path}/sheet/xlsx`}>
        差し込み用Excel
      </a>
      <form method="post">
        <input type="hidden" name="batch" value={batch.batch} />
        <Button variant="text" name="action" value="seal">
          封をする
        </Button>
      </form>
    </div>
  );
}
