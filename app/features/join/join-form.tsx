import { Button } from '#app/components/form/button.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';

interface JoinFormProps {
  readonly name: string;
  readonly refused: { readonly field: string; readonly message: string } | undefined;
}

/** Chooses a password; the log-in name stands in the form so that password managers keep both. */
export function JoinForm({ name, refused }: JoinFormProps) {
  const errorOf = (field: string) => (refused?.field === field ? refused.message : undefined);
  return (
    <form method="post" noValidate className="max-w-xl">
      <p className="my-4">
        ログイン名は <strong>{name}</strong> です。
      </p>
      <input type="text" name="username" autoComplete="username" defaultValue={name} hidden readOnly />
      <TextInput
        name="new-password"
        label="パスワード"
        type="password"
        isRequired
        help="12文字以上。ログイン名や氏名をもとにしたものは使えません。無関係な言葉をいくつか並べると、覚えやすく破られにくくなります。"
        autoComplete="new-password"
        error={errorOf('new-password')}
      />
      <TextInput
        name="new-password-again"
        label="パスワード(確認のためもう一度)"
        type="password"
        isRequired
        autoComplete="new-password"
        error={errorOf('new-password-again')}
      />
      <Button>設定してログインへ進む</Button>
    </form>
  );
}
