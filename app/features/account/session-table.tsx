import { Button } from '#app/components/form/button.tsx';
import { Badge } from '#app/components/ui/badge.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { OwnSession } from '#app/features/account/own-sessions.server.ts';
import { formatDateTime } from '#app/i18n/ja/office.ts';
import { addressClassNames } from '#app/i18n/ja/people.ts';

/** Where one is signed in, with a way to end it there. */
export function SessionTable({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  return (
    <>
      <Table caption="ログイン中の端末" isCaptionHidden isStacking>
        <thead>
          <tr>
            <th scope="col">端末</th>
            <th scope="col">接続元</th>
            <th scope="col">ログイン</th>
            <th scope="col">最後の操作</th>
            <th scope="col">取り消し</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">{session.device || '不明な端末'}</th>
              <td>{addressClassNames[session.addressClass]}</td>
              <td>
                <span className="md:hidden">ログイン: </span>
                {formatDateTime(session.createdAt)}
              </td>
              <td>
                <span className="md:hidden">最後の操作: </span>
                {formatDateTime(session.lastSeenAt)}
              </td>
              <td>
                {session.isThisOne ? <Badge tone="strong">この端末</Badge> : <Revoke id={session.id} />}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {sessions.length > 1 && (
        <form method="post" className="my-4">
          <Button variant="outline" name="session" value="others">
            この端末以外をすべてログアウトさせる
          </Button>
        </form>
      )}
    </>
  );
}

function Revoke({ id }: { readonly id: string }) {
  return (
    <form method="post">
      <Button variant="text" name="session" value={id}>
        ログアウトさせる
      </Button>
    </form>
  );
}
