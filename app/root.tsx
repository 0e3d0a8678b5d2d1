import type { LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { ErrorPage } from '#app/components/ui/error-page.tsx';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import type { ErrorWords } from '#app/i18n/ja/errors.ts';
import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { languageTags } from '#app/i18n/language-names.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import officeStyles from '#app/styles/office.css?url';
import { locales } from '#surveys/text.ts';

export const loader = ({ request, context }: LoaderFunctionArgs) => ({
  nonce: context.nonce,
  requestId: context.requestId,
  /** The language that the address asks for, in which a refusal is told. */
  linkedLocale: findLinkedLocale(new URL(request.url)),
});

const findLinkedLocale = ({ searchParams }: URL) =>
  locales.find((locale) => locale === searchParams.get('lang')) ?? 'ja';

export const shouldRevalidate = () => false;

/** A route's `handle` asks for client JavaScript with `{ hydrate: true }`; all others are plain documents. */
function useIsHydrated(): boolean {
  return useMatches().some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);
}

const pageWithLanguage = z.object({ language: z.object({ locale: z.enum(locales) }) });

/** A page whose loader tells a `language` is in that one; all others are in Japanese. */
function usePageLocale() {
  const pages = useMatches().flatMap(({ data }) => pageWithLanguage.safeParse(data).data ?? []);
  return pages.at(-1)?.language.locale ?? 'ja';
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce;
  const isHydrated = useIsHydrated();
  const pageLocale = usePageLocale();
  const words = useLinkedWords();
  const failure = useFailureWords(words);
  return (
    <html lang={languageTags[failure ? words.locale : pageLocale]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {failure && <title>{`${withoutFurigana(failure.title)} | 声箱`}</title>}
        <Meta />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
        {failure && <link rel="stylesheet" href={officeStyles} />}
      </head>
      <body>
        {children}
        {isHydrated && nonce ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const linked = useLinkedWords();
  const words = useFailureWords(linked) ?? linked.fault;
  const faultId = useRouteLoaderData<typeof loader>('root')?.requestId;
  return (
    <ErrorPage
      {...words}
      frame={linked.errorFrame}
      {...(words === linked.fault && faultId ? { faultId } : {})}
    />
  );
}

const useLinkedWords = (): ResidentWords =>
  wordsOf(useRouteLoaderData<typeof loader>('root')?.linkedLocale ?? 'ja');

/** What went wrong on this page; undefined when nothing did, which the router tells by null. */
function useFailureWords({ fault, errorWords }: ResidentWords): ErrorWords | undefined {
  const error = useRouteError();
  if (error === undefined || error === null) return undefined;
  if (!isRouteErrorResponse(error)) return fault;
  return errorWords(error.status, typeof error.data === 'string' ? error.data : '');
}
