import { Notice } from '#app/components/ui/notice.tsx';
import type { FormOutcome } from '#app/fielding/paper/accept-form.ts';
import type { KeyFormResult, KeyRefusal } from '#app/fielding/paper/key-form.ts';

const refusalWords: Readonly<Record<KeyRefusal['kind'], string>> = {
  not_open: 'この調査回は、いま回答を受け付けていません。',
  settled: 'この通し番号の票は、入力が済んで受け付けています。番号をお確かめください。',
  keyed_by_two:
    'この通し番号の票は、2人の入力が済んでいます。番号をお確かめください。まちがいがあれば、「入力途中の票」で取り消せます。',
};

const outcomeWords: Readonly<Record<FormOutcome, string>> = {
  waiting: '記録しました。もう1人が同じ票を入力すると、受け付けます。',
  differs: '記録しました。2人の入力が一致しないため、入力していない人が紙を見て確認します。',
  accepted: '2人の入力が一致しました。回答として受け付け、入力した内容は消去しました。',
  not_open: '2人の入力は一致しましたが、調査回がいま回答を受け付けていません。',
  code_used:
    '2人の入力は一致しましたが、回答コードが使用済みです。先に届いた回答を数えています。「入力途中の票」で、この票をどうするかを決めてください。',
  code_refused:
    '2人の入力は一致しましたが、回答コードが見つからないか、取り消されています。「入力途中の票」で、この票をどうするかを決めてください。',
};

const isGood = (outcome: FormOutcome) => outcome === 'waiting' || outcome === 'accepted';

interface KeyingNoticeProps {
  readonly roundId: string;
  readonly result: KeyFormResult | undefined;
}

/** What became of the form that was just recorded. */
export function KeyingNotice({ roundId, result }: KeyingNoticeProps) {
  switch (result?.kind) {
    case undefined:
    case 'invalid':
      return null;
    case 'refused':
      return <Notice kind="error" isLive title={refusalWords[result.refusal.kind]} />;
    case 'keyed':
      return (
        <Notice
          kind={isGood(result.outcome) ? 'success' : 'warning'}
          isLive
          title={`通し番号 ${result.serial}${result.isAgain ? '(自分の前の入力を置き換え)' : ''}`}
        >
          <p>{outcomeWords[result.outcome]}</p>
          {result.outcome === 'waiting' && <TakeBack roundId={roundId} serial={result.serial} />}
        </Notice>
      );
  }
}

/** A wrong number is mostly seen at once. */
function TakeBack({ roundId, serial }: { readonly roundId: string; readonly serial: string }) {
  return (
    <form method="post" action={`/staff/rounds/${roundId}/keying/mismatches`}>
      <input type="hidden" name="serial" value={serial} />
      <button type="submit" name="action" value="withdraw" className="min-h-11 underline">
        番号をまちがえたときは、この入力を取り消す
      </button>
    </form>
  );
}
