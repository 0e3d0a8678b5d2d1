import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { OpenFormsView } from '#app/features/keying/describe-difference.ts';
import { joinSerials } from '#app/features/keying/serial-ranges.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

const maximumRanges = 60;

/** The forms that one person has keyed, by who did, and a way out for those with a wrong number. */
export function WaitingForms({ view }: { readonly view: OpenFormsView }) {
  if (view.waiting.length === 0) return <p>2人目を待っている票はありません。</p>;
  return (
    <>
      <Table caption="2人目の入力を待っている票" isCaptionHidden isStacking>
        <thead>
          <tr>
            <th scope="col">1人目に入力した人</th>
            <th scope="col">票数</th>
            <th scope="col">通し番号</th>
            <th scope="col">2人目</th>
          </tr>
        </thead>
        <tbody>
          {view.waiting.map(({ accountId, name, isOwn, serials }) => (
            <tr key={accountId}>
              <th scope="row">{isOwn ? `あなた(${name})` : name}</th>
              <td>{formatCount(serials.length)}票</td>
              <td>
                <span className="md:hidden">通し番号 </span>
                {joinSerials(serials, maximumRanges)}
              </td>
              <td>
                {isOwn ? (
                  'ほかの人の入力を待っています'
                ) : (
                  <a href={`/staff/rounds/${view.id}/keying`}>あなたが入力できます</a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <details className="my-6">
        <summary className="min-h-11 py-2.5 font-700">
          番号をまちがえたときなどに、1人目の入力を取り消す
        </summary>
        <form method="post" autoComplete="off">
          <TextInput
            name="serial"
            label="取り消す票の通し番号"
            help="その票の入力を消去し、操作の記録に残します。正しい番号で、はじめから入力し直してください。"
            inputMode="numeric"
            isRequired
          />
          <Button variant="outline" name="action" value="withdraw">
            1人目の入力を取り消す
          </Button>
        </form>
      </details>
    </>
  );
}
