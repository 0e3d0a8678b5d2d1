import { Notice } from '#app/components/ui/notice.tsx';
import type { SettleResult } from '#app/features/keying/settle-mismatch.server.ts';
import { acceptanceMessages } from '#app/i18n/ja/paper.ts';

/** What became of the form that was just looked at. */
export function SettleNotice({ result }: { readonly result: SettleResult | undefined }) {
  switch (result?.kind) {
    case undefined:
    case 'settler_changed':
      return null;
    case 'settled':
      return (
        <Notice kind="success" isLive title={`通し番号 ${result.serial} を受け付けました`}>
          <p>入力した内容は消去しました。</p>
        </Notice>
      );
    case 'discarded':
      return <Notice kind="success" isLive title={`通し番号 ${result.serial} の入力を消去しました`} />;
    case 'gone':
      return <Notice kind="info" isLive title="この票は、すでに確認が済んでいます" />;
    case 'not_allowed':
      return <Notice kind="error" isLive title="この票は、入力していない人が確認します" />;
    case 'invalid':
      return <Notice kind="error" isLive title={`通し番号 ${result.serial} の入力をお確かめください`} />;
    case 'not_accepted':
      return (
        <Notice kind="error" isLive title={`通し番号 ${result.serial} を受け付けられませんでした`}>
          <p>{acceptanceMessages[result.outcome]}</p>
        </Notice>
      );
  }
}
