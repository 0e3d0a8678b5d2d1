import { joinSerials } from '#app/features/keying/serial-ranges.ts';
import type { KeyingProgress } from '#app/fielding/paper/load-keying.ts';
import { formatCount } from '#app/i18n/ja/office.ts';
import type { StratumMark } from '#surveys/paper/stratum-mark.ts';
import type { Page } from '#surveys/questionnaire/definition.ts';

/** What the keying page shows of a round. */
export interface KeyingRound extends KeyingProgress {
  readonly id: string;
  readonly title: string;
  readonly isDemo: boolean;
  readonly hasCodes: boolean;
  readonly marks: readonly StratumMark[];
  readonly pages: readonly Page[];
}

const maximumRanges = 12;

/** How far the pile is, which forms wait for their second entry, and where their numbers come from. */
export function KeyingStatus({ round }: { readonly round: KeyingRound }) {
  const { toKey } = round;
  return (
    <>
      <p>
        受け付けた票 <b>{formatCount(round.nSettled)}</b> /{' '}
        <a href={`/staff/rounds/${round.id}/keying/mismatches`}>
          入力途中の票 <b>{formatCount(round.nOnce + round.nTwice)}</b>
        </a>
        (2人目を待っている {formatCount(round.nOnce)}、不一致 {formatCount(round.nTwice)})
      </p>
      {toKey.length > 0 && <p>あなたの入力を待っている票(2人目): {joinSerials(toKey, maximumRanges)}</p>}
      <p>
        届いた調査票には、入力を始める前に、通し番号を1から順に付けます(1枚目の右上の枠に、スタンプかペンで)。
      </p>
      <details className="my-2">
        <summary className="min-h-11 py-2.5 font-700">入力のしかた</summary>
        <ul className="list-disc pl-6">
          <li>
            通し番号は、届いた調査票に区役所で付ける番号です。届いた順に1、2、3…と、1枚目の右上の枠に書きます(2枚目からの枠にも書いておくと、ばらばらになっても分かります)。2人が同じ票を見つけるための番号で、お手紙の整理番号ではありません。
          </li>
          <li>選択肢は番号で入力し、Enterで次へ進みます。最後のEnterで記録します。↑で前に戻れます。</li>
          <li>無記入は、0か空欄にします(無回答)。複数回答は「135」または「1 3 5」のように入力します。</li>
          <li>1つだけ選ぶ設問に2つ以上○があるときも、0か空欄にします(無回答)。</li>
          <li>
            同じ票を、別の2人がそれぞれ入力します。相手の入力は見えません。一致すると回答として受け付け、入力した内容は消去します。文章は、句読点や空白が違っても一致とみなします。
          </li>
          <li>通し番号をまちがえて記録したときは、「入力途中の票」で取り消せます。</li>
        </ul>
      </details>
    </>
  );
}
