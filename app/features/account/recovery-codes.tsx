import { ButtonLink } from '#app/components/form/button.tsx';
import { Notice } from '#app/components/ui/notice.tsx';

/** New recovery codes, on the only page that ever shows them. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      <Notice kind="warning" isLive title="回復コードを控えてください(この画面でしか表示されません)">
        <p>
          スマートフォンをなくしたときに、確認コードの代わりに使います。1つのコードは1回だけ使えます。印刷するか書き写して、パスワードとは別の安全な場所に保管してください。
        </p>
      </Notice>
      <ul className="my-4 grid max-w-xl gap-2 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="font-mono text-lg">
            {code}
          </li>
        ))}
      </ul>
      <ButtonLink href="/account">控えました</ButtonLink>
    </>
  );
}
