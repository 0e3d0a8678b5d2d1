import { Button } from '#app/components/form/button.tsx';
import { Select } from '#app/components/form/select.tsx';
import type { Person } from '#app/features/people/list-people.server.ts';
import { roleNames } from '#app/i18n/ja/office.ts';

/** What an admin can do with somebody else's account. */
export function PersonActions({ person }: { readonly person: Person }) {
  return (
    <>
      <RoleForm person={person} />
      <h2 className="mt-8 text-xl font-700">ログインの管理</h2>
      <form method="post" className="my-4 flex flex-wrap gap-4">
        {!person.isDisabled && (
          <Button variant="outline" name="action" value="password-link">
            パスワード再設定のリンクをつくる
          </Button>
        )}
        {person.hasSecondStep && (
          <Button variant="outline" name="action" value="stop-second-step">
            二段階認証を解除する
          </Button>
        )}
        <Button variant="outline" name="action" value={person.isDisabled ? 'enable' : 'disable'}>
          {person.isDisabled ? '利用を再開する' : '利用を止める'}
        </Button>
      </form>
      {!person.isDisabled && (
        <p className="help">利用を止めると、その場でログアウトさせ、次のログインもできなくします。</p>
      )}
    </>
  );
}

function RoleForm({ person }: { readonly person: Person }) {
  return (
    <form method="post" className="max-w-xl">
      <Select
        name="role"
        label="権限"
        isRequired
        options={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
        defaultValue={person.role}
      />
      <Button name="action" value="role">
        権限を変える
      </Button>
    </form>
  );
}
