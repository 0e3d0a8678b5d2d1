import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';

interface PasswordFormProps {
  readonly refused: { readonly field: string; readonly message: string } | undefined;
}

/** Changes a password: the old one, the new one twice. */
export function PasswordForm({ refused }: PasswordFormProps) {
  const errorOf = (field: string) => (refused?.field === field ? refused.message : undefined);
  return (
    <form method="post" noValidate className="max-w-xl">
      <TextInput
        name="password"
        label="現在のパスワード"
        type="password"
        isRequired
        autoComplete="current-password"
        error={errorOf('password')}
      />
      <TextInput
        name="new-password"
        label="新しいパスワード"
        type="password"
        isRequired
        help="12文字以上。ログイン名や氏名をもとにしたものは使えません。無関係な言葉をいくつか並べると、覚えやすく破られにくくなります。"
        autoComplete="new-password"
        error={errorOf('new-password')}
      />
      <TextInput
        name="new-password-again"
        label="新しいパスワード(確認のためもう一度)"
        type="password"
        isRequired
        autoComplete="new-password"
        error={errorOf('new-password-again')}
      />
      <Button>パスワードを変える</Button>
    </form>
  );
}
