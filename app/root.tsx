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
import { ErrorPage } from '#app/components/ui/error-page.tsx';
import { type ErrorWords, errorWords, faultWords } from '#app/i18n/ja/errors.ts';
import officeStyles from '#app/styles/office.css?url';

export const loader = ({ context }: LoaderFunctionArgs) => ({
  nonce: context.nonce,
  requestId: context.requestId,
});

export const shouldRevalidate = () => false;

/** A route's `handle` asks for client JavaScript with `{ hydrate: true }`; all others are plain documents. */
function useIsHydrated(): boolean {
  return useMatches().some(({ handle }) => (handle as { hydrate?: boolean } | undefined)?.hydrate === true);
}

export function Layout({ children }: { readonly children: ReactNode }) {
  const nonce = useRouteLoaderData<typeof loader>('root')?.nonce;
  const isHydrated = useIsHydrated();
  const failure = useFailureWords();
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {failure && <title>{`${failure.title} | 声箱`}</title>}
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
  const words = useFailureWords() ?? faultWords;
  const faultId = useRouteLoaderData<typeof loader>('root')?.requestId;
  return <ErrorPage {...words} {...(words === faultWords && faultId ? { faultId } : {})} />;
}

/** What went wrong on this page; undefined when nothing did, which the router tells by null. */
function useFailureWords(): ErrorWords | undefined {
  const error = useRouteError();
  if (error === undefined || error === null) return undefined;
  if (!isRouteErrorResponse(error)) return faultWords;
  return errorWords(error.status, typeof error.data === 'string' ? error.data : '');
}
