import { Button } from '#app/components/form/button.tsx';
import { Badge } from '#app/components/ui/badge.tsx';
import { Table } from '#app/components/ui/table.tsx';
import { formatDateTime, roleNames } from '#app/i18n/ja/office.ts';
import type { Role } from '#db/queries/account.ts';

interface WaitingLink {
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly expiresAt: string;
  readonly isForPassword: boolean;
  readonly isExpired: boolean;
}

/** Links that were handed out and not used yet. */
export function InvitationTable({ invitations }: { readonly invitations: readonly WaitingLink[] }) {
  if (invitations.length === 0) return <p>使われていないリンクはありません。</p>;
  return (
    <Table caption="使われていないリンク" isCaptionHidden isStacking>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">ログイン名</th>
          <th scope="col">内容</th>
          <th scope="col">期限</th>
          <th scope="col">取り消し</th>
        </tr>
      </thead>
      <tbody>
        {invitations.map((link) => (
          <tr key={link.name}>
            <th scope="row">{link.displayName}</th>
            <td className="break-all">{link.name}</td>
            <td>{link.isForPassword ? 'パスワード再設定' : `招待(${roleNames[link.role]})`}</td>
            <td>
              <span className="md:hidden">期限: </span>
              {formatDateTime(link.expiresAt)} {link.isExpired && <Badge tone="attention">期限切れ</Badge>}
            </td>
            <td>
              <form method="post">
                <Button variant="text" name="withdraw" value={link.name}>
                  取り消す
                </Button>
              </form>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
