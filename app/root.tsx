import type { LoaderFunctionArgs } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorPage } from '#app/components/ui/error-page.tsx';
import { WardProvider } from '#app/components/ui/ward-context.tsx';
import { withoutFurigana } from '#app/i18n/furigana.ts';
import { type ErrorTexts, type ErrorWords, errorTexts, errorWords } from '#app/i18n/ja/errors.ts';
import { languageTags } from '#app/i18n/language-names.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import officeStyles from '#app/styles/office.css?url';
import type { WardNames } from '#surveys/catalog/ward.ts';
import { type Locale, locales } from '#surveys/text.ts';

export const loader = ({ request, context }: LoaderFunctionArgs) => ({
  nonce: context.nonce,
  requestId: context.requestId,
  linked: findLinkedLanguage(new URL(request.url)),
  ward: namesOf(context.services.ward),
});

const namesOf = ({ name, office }: WardNames): WardNames => ({ name, office });

/** The language that the address asks for, with the words in which a refusal is told. */
function findLinkedLanguage({ searchParams }: URL): LinkedLanguage | null {
  const locale = locales.find((one) => one === searchParams.get('lang'));
  // Japanese is here already; of the others no browser needs more than one.
  return locale && locale !== 'ja' ? { locale, errors: wordsOf(locale).errors } : null;
}

interface LinkedLanguage {
  readonly locale: Locale;
  readonly errors: ErrorTexts;
}

export const shouldRevalidate = () => false;

/** A route's `handle` asks for client JavaScript with `{ hydrate: true }`; all others are plain documents. */
function useIsHydrated(): boolean {
  return useMatches().some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);
}

/** A page whose loader tells a `language` is in that one; all others are in Japanese. */
function usePageLocale(): Locale {
  const told = useMatches().map(
    ({ data }) => (data as { language?: { locale?: unknown } } | null | undefined)?.language?.locale,
  );
  return told.flatMap((one) => locales.find((locale) => locale === one) ?? []).at(-1) ?? 'ja';
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce;
  const isHydrated = useIsHydrated();
  const pageLocale = usePageLocale();
  const linked = useLinkedLanguage();
  const failure = useFailureWords(linked.errors);
  return (
    <html lang={languageTags[failure ? linked.locale : pageLocale]}>
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
  const { ward } = useLoaderData<typeof loader>();
  return (
    <WardProvider ward={ward}>
      <Outlet />
    </WardProvider>
  );
}

export function ErrorBoundary() {
  const { errors } = useLinkedLanguage();
  const { frame, fault } = errors;
  const words = useFailureWords(errors) ?? fault;
  const faultId = useRouteLoaderData<typeof loader>('root')?.requestId;
  return <ErrorPage words={words} frame={frame} faultId={words === fault ? faultId : undefined} />;
}

const useLinkedLanguage = (): LinkedLanguage =>
  useRouteLoaderData<typeof loader>('root')?.linked ?? { locale: 'ja', errors: errorTexts };

/** What went wrong on this page; undefined when nothing did, which the router tells by null. */
function useFailureWords(errors: ErrorTexts): ErrorWords | undefined {
  const error = useRouteError();
  if (error === undefined || error === null) return undefined;
  if (!isRouteErrorResponse(error)) return errors.fault;
  return errorWords(errors, error.status, typeof error.data === 'string' ? error.data : '');
}
