import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button } from '#app/components/form/button.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';
import { Notice } from '#app/components/ui/notice.tsx';
import { OfficePage } from '#app/components/ui/office-page.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { landingPage, localPath } from '#app/features/login/landing-page.ts';
import { logIn } from '#app/features/login/log-in.server.ts';
import officeStyles from '#app/styles/office.css?url';
import { getForm } from '#app/web/form.ts';
import { findAccount } from '#app/web/log-in/find-account.ts';

const loginSchema = z.strictObject({ name: z.string().trim(), password: z.string(), next: z.string() });

export const links = () => [{ rel: 'stylesheet', href: officeStyles }];
export const meta = () => [{ title: 'ログイン | 声箱' }];

const refusals = {
  wrong: { status: 401, message: 'ログイン名かパスワードが違います。もう一度入力してください。' },
  throttled: {
    status: 429,
    message: '失敗が続いたため、一時的に止めています。15分ほど待ってからお試しください。',
  },
} as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get('next'));
  const account = await findAccount(request, context);
  if (account) throw redirect(next ?? landingPage(account.role));
  return { next, hasJoined: searchParams.has('joined') };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { name, password, next } = getForm(loginSchema, context.form);
  const result = await logIn(request, context, { name, password, next });
  if (result.kind !== 'go_on') {
    const { status, message } = refusals[result.kind];
    return data({ name, message }, { status });
  }
  throw redirect(result.to, { status: 303, headers: { 'Set-Cookie': result.cookie } });
}

export default function Login() {
  const { next, hasJoined } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <OfficePage>
      <PageHeading>職員用ログイン</PageHeading>
      {hasJoined && !refused && (
        <Notice kind="success" title="パスワードを設定しました">
          <p>新しいパスワードでログインしてください。</p>
        </Notice>
      )}
      <ErrorSummary
        title="ログインできませんでした"
        errors={refused ? [{ href: '#name', message: refused.message }] : []}
      />
      <form method="post" noValidate className="max-w-md">
        <input type="hidden" name="next" value={next ?? ''} />
        <TextInput
          name="name"
          label="ログイン名"
          isRequired
          autoComplete="username"
          defaultValue={refused?.name}
        />
        <TextInput
          name="password"
          label="パスワード"
          type="password"
          isRequired
          autoComplete="current-password"
        />
        <Button>ログイン</Button>
      </form>
    </OfficePage>
  );
}
