import type { KeyingRound } from '#app/features/keying/load-keying.server.ts';
import { formatCount } from '#app/i18n/ja/office.ts';

const maximumListed = 12;

/** How far the pile is, and which forms wait for their second entry. */
export function KeyingStatus({ round }: { readonly round: KeyingRound }) {
  const { toKey } = round;
  return (
    <>
      <p>
        受け付けた票 <b>{formatCount(round.nSettled)}</b> / 1人が入力した票 <b>{formatCount(round.nOnce)}</b>{' '}
        /{' '}
        <a href={`/staff/rounds/${round.id}/keying/mismatches`}>
          不一致 <b>{formatCount(round.nTwice)}</b>
        </a>
      </p>
      {toKey.length > 0 && (
        <p>
          あなたの入力を待っている票(2人目): {toKey.slice(0, maximumListed).join('、')}
          {toKey.length > maximumListed && ` ほか${formatCount(toKey.length - maximumListed)}票`}
        </p>
      )}
      <details className="my-2">
        <summary className="min-h-11 py-2.5 font-700">入力のしかた</summary>
        <ul className="list-disc pl-6">
          <li>選択肢は番号で入力し、Enterで次へ進みます。最後のEnterで記録します。↑で前に戻れます。</li>
          <li>無記入は空欄のままにします(無回答)。複数回答は「135」または「1 3 5」のように入力します。</li>
          <li>1つだけ選ぶ設問に2つ以上○があるときは、空欄にします(無回答)。</li>
          <li>
            同じ票を、別の2人がそれぞれ入力します。相手の入力は見えません。一致すると回答として受け付け、入力した内容は消去します。
          </li>
        </ul>
      </details>
    </>
  );
}
