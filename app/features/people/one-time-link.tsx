import { Notice } from '#app/components/ui/notice.tsx';
import type { OneTimeLink as Link } from '#app/features/people/invite.server.ts';
import { formatDateTime } from '#app/i18n/ja/office.ts';

/** A link just made, on the only page that ever shows it. */
export function OneTimeLink({ link }: { readonly link: Link }) {
  return (
    <Notice kind="success" isLive title={`${link.displayName}さん用のリンクをつくりました`}>
      <p>
        本人だけに伝わる方法で渡してください。1回だけ使え、{formatDateTime(link.expiresAt)}
        に期限が切れます。リンクを表示するのはこの画面だけです。
      </p>
      <p className="my-2 font-mono break-all">{link.url}</p>
    </Notice>
  );
}
