import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '#app/components/form/button.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { CodeErrorSummary, CodeField } from '#app/features/answer/code-field.tsx';
import { control } from '#app/features/answer/control-fields.ts';
import { followCode } from '#app/features/answer/find-letter.server.ts';
import { codeWords } from '#app/i18n/ja/code.ts';
import residentStyles from '#app/styles/resident.css?url';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];
export const meta = () => [{ title: codeWords.entry.title }];

export const loader = ({ request }: LoaderFunctionArgs) => ({
  wasUnread: new URL(request.url).searchParams.get('code') === 'unread',
});

export async function action({ context }: ActionFunctionArgs) {
  const followed = await followCode(context, context.form.get(control.code) ?? '');
  if (followed instanceof Response) throw followed;
  return data(followed, { status: 400 });
}

/** The short address printed on every letter: whoever cannot read the QR code types the code here. */
export default function CodeEntryPage() {
  const { wasUnread } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const error = refused?.message ?? (wasUnread ? codeWords.unknown : undefined);
  return (
    <main id="main" className="mx-auto max-w-2xl px-4 pb-16">
      <CodeErrorSummary error={error} />
      <PageHeading>{codeWords.entry.title}</PageHeading>
      <p>{codeWords.entry.lead}</p>
      <form method="post" noValidate action="/c">
        <CodeField typed={refused?.typed ?? ''} error={error} />
        <Button>{codeWords.entry.go}</Button>
      </form>
    </main>
  );
}
