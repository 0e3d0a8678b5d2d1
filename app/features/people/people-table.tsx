import { Badge } from '#app/components/ui/badge.tsx';
import { Table } from '#app/components/ui/table.tsx';
import type { Person } from '#app/features/people/list-people.server.ts';
import { roleNames } from '#app/i18n/ja/office.ts';

/** Everyone with an account; the name leads to what can be changed. */
export function PeopleTable({ people }: { readonly people: readonly Person[] }) {
  return (
    <Table caption="利用者の一覧" isCaptionHidden isStacking>
      <thead>
        <tr>
          <th scope="col">氏名</th>
          <th scope="col">ログイン名</th>
          <th scope="col">権限</th>
          <th scope="col">二段階認証</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <a href={`/admin/people/${person.id}`} className="inline-block py-2.5">
                {person.displayName}
              </a>
            </th>
            <td className="break-all">{person.name}</td>
            <td>{roleNames[person.role]}</td>
            <td>
              <span className="md:hidden">二段階認証: </span>
              {person.hasSecondStep ? '使用中' : 'なし'}
            </td>
            <td>{person.isDisabled ? <Badge tone="attention">停止中</Badge> : '利用中'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
