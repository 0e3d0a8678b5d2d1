import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { Button } from '#app/components/form/button.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { OfficePage } from '#app/components/ui/office-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { findLoginStep } from '#app/features/login/login-step.server.ts';
import { takeSecondStep } from '#app/features/login/second-step.server.ts';
import officeStyles from '#app/styles/office.css?url';
import { getForm } from '#app/web/form.ts';

const codeSchema = z.strictObject({ code: z.string() });

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: '確認コードの入力 | 声箱' }];

const refusals = {
  wrong: {
    status: 401,
    message: '確認コードが違うか、すでに使われています。新しいコードを入力してください。',
  },
  throttled: {
    status: 429,
    message: '失敗が続いたため、一時的に止めています。15分ほど待ってからお試しください。',
  },
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await findLoginStep(request, context))) throw redirect('/login');
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const result = await takeSecondStep(request, context, getForm(codeSchema, context.form).code);
  if (result.kind === 'expired') throw redirect('/login', 303);
  if (result.kind !== 'go_on') {
    const { status, message } = refusals[result.kind];
    return data({ message }, { status });
  }
  const headers = new Headers();
  for (const cookie of result.cookies) headers.append('Set-Cookie', cookie);
  throw redirect(result.to, { status: 303, headers });
}

export default function LoginCode() {
  const refused = useActionData<typeof action>();
  return (
    <OfficePage>
      <PageHeading over="職員用ログイン">確認コードの入力</PageHeading>
      <ErrorSummary
        title="ログインできませんでした"
        errors={refused ? [{ href: '#code', message: refused.message }] : []}
      />
      <form method="post" noValidate className="max-w-md">
        <TextInput
          name="code"
          label="確認コード"
          help="認証アプリに表示されている6桁の数字です。スマートフォンが手元にないときは、回復コードを入力してください。"
          isRequired
          autoComplete="one-time-code"
        />
        <Button>ログイン</Button>
      </form>
      <p className="my-4">
        <a href="/login">はじめからやり直す</a>
      </p>
    </OfficePage>
  );
}
