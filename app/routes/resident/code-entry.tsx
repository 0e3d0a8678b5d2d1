import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '#app/components/form/button.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { PageHeading } from '#app/components/ui/page-heading.tsx';
import { WordsProvider } from '#app/components/ui/words-context.tsx';
import { readTypedCode, switchedLocale } from '#app/features/answer/answer-forms.server.ts';
import { CodeErrorSummary, CodeField } from '#app/features/answer/code-field.tsx';
import type { CodeRefusal } from '#app/features/answer/code-refusal.ts';
import { followCode } from '#app/features/answer/follow-code.server.ts';
import { inLanguage, languageWithoutRound, linkedLocale } from '#app/features/answer/language.ts';
import { LanguageButtons } from '#app/features/answer/language-switch.tsx';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import residentStyles from '#app/styles/resident.css?url';

export const links = () => [{ rel: 'stylesheet', href: residentStyles }];
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: withoutFurigana(wordsOf(loaded?.language.locale ?? 'ja').code.entry.title) },
];

export const loader = ({ request, context }: LoaderFunctionArgs) => ({
  language: languageWithoutRound(switchedLocale(context.form), linkedLocale(request)),
  wasUnread: new URL(request.url).searchParams.get('code') === 'unread',
});

export async function action({ request, context }: ActionFunctionArgs) {
  const typedCode = readTypedCode(context.form) ?? '';
  if (switchedLocale(context.form) !== undefined) return data<CodeRefusal>({ typed: typedCode });
  const { locale } = languageWithoutRound(linkedLocale(request));
  const followed = await followCode(context, { typedCode, locale });
  if (followed instanceof Response) throw followed;
  return data(followed, { status: 400 });
}

/** The short address printed on every letter, where people who cannot read the QR code type the code. */
export default function CodeEntryPage() {
  const { language, wasUnread } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale } = language;
  const words = wordsOf(locale);
  const { entry } = words.code;
  const obstacle = refused ? refused.obstacle : wasUnread ? { kind: 'unknown' as const } : undefined;
  return (
    <WordsProvider words={words}>
      <main id="main" className="mx-auto max-w-2xl px-4 pb-16">
        <p className="text-right text-sm">
          <LanguageButtons language={language} formId="code" />
        </p>
        <CodeErrorSummary obstacle={obstacle} />
        <PageHeading>
          <Furigana text={entry.title} />
        </PageHeading>
        <p>
          <Furigana text={entry.lead} />
        </p>
        <form id="code" method="post" noValidate action={inLanguage('/c', locale)}>
          <CodeField typed={refused?.typed ?? ''} obstacle={obstacle} />
          <Button>
            <Furigana text={entry.go} />
          </Button>
        </form>
      </main>
    </WordsProvider>
  );
}
