import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';

const renderTimeoutMs = 10_000;

/** Renders a whole document; pages are small, so they are sent complete, never in pieces. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: Pick<AppLoadContext, 'nonce'>,
): Promise<Response> {
  const html = await renderDocument(request, remix, context.nonce);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const isShared = status === 200 && headers.get('Cache-Control')?.startsWith('public');
  if (isShared) {
    const etag = `"${createHash('sha256').update(html).digest('base64url')}"`;
    headers.set('ETag', etag);
    if (matches(request.headers.get('If-None-Match'), etag))
      return new Response(null, { status: 304, headers });
  } else if (!headers.has('Cache-Control')) {
    headers.set('Cache-Control', 'no-store');
  }
  return new Response(html, { status, headers });
}

/** Weak comparison (RFC 9110, 13.1.2): compression on the way marks an ETag as weak. */
const matches = (ifNoneMatch: string | null, etag: string) =>
  (ifNoneMatch ?? '').split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);

async function renderDocument(request: Request, remix: EntryContext, nonce: string): Promise<string> {
  const body = new PassThrough();
  const rendered = text(body);
  // A fault while rendering is told by the promise below; unheard, this one would end the process.
  rendered.catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={remix} url={request.url} nonce={nonce} />,
      {
        nonce,
        onAllReady() {
          pipe(body);
          resolve();
        },
        onShellError: reject,
        onError: reject,
      },
    );
    setTimeout(abort, renderTimeoutMs).unref();
  });
  // NOTE: React 18 sends unused bytes of its buffer where a character of several bytes does not fit any more;
  // they are zeros, which no text of ours holds (facebook/react issue 24985).
  return (await rendered).replaceAll('\0', '');
}

/** Faults are logged with the id that the error page shows; expected refusals are Responses and never get here. */
export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const { pathname } = new URL(request.url);
  context.services.log.error(
    { err: error, faultId: context.requestId, method: request.method, pathname },
    'fault',
  );
}
