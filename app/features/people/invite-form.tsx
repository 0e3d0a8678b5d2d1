import { Button } from '#app/components/form/button.tsx';
import { Select } from '#app/components/form/select.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { roleNames } from '#app/i18n/ja/office.ts';

interface InviteFormProps {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

export function InviteForm({ values, errors }: InviteFormProps) {
  return (
    <form method="post" noValidate className="max-w-xl">
      <TextInput
        name="display-name"
        label="氏名"
        isRequired
        defaultValue={values['display-name']}
        error={errors['display-name']}
      />
      <TextInput
        name="name"
        label="ログイン名"
        isRequired
        help="半角の英数字と . _ - が使えます。あとから変えられません。"
        defaultValue={values.name}
        error={errors.name}
      />
      <Select
        name="role"
        label="権限"
        isRequired
        help="職員は調査回をつくり運営します。管理職は集計を見ます。システム管理者は、すべてに加えて利用者と操作の記録を扱います。"
        options={Object.entries(roleNames).map(([value, label]) => ({ value, label }))}
        defaultValue={values.role}
        error={errors.role}
      />
      <Button>招待のリンクをつくる</Button>
    </form>
  );
}
