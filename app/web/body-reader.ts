import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import express from 'express';
import type { ListenerZone } from '#app/web/listener.ts';
import { logInCookieNames } from '#app/web/log-in/session-cookie.ts';
import { createUploadReader, isUpload, type UploadRules } from '#app/web/uploads.ts';

/** The largest form a resident or clerk can send, in bytes. */
const bodyLimitBytes = 64 * 1024;

const methods = new Set(['GET', 'HEAD', 'POST']);
/** A character that no text holds and PostgreSQL cannot store, as it is or percent-encoded. */
const zeroByte = /\0|%00/;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Lets a route render the refusal: the page of that status, in the visitor's language. */
function refuse(request: Request, status: number): void {
  request.method = 'GET';
  request.url = request.originalUrl = `/refused/${status}`;
}

const isRefused = ({ method, url }: Request) => method === 'GET' && url.startsWith('/refused/');

/** Which listener a reader stands in front of. */
export interface ReaderPlace {
  readonly zone: ListenerZone;
  /** Under which address visitors know it, where that is not the host they name. */
  readonly origin: string | undefined;
}

const judge =
  (place: ReaderPlace): RequestHandler =>
  (request, response, next) => {
    const status = findRefusal(request, place);
    if (status === 405) response.set('Allow', 'GET, HEAD, POST');
    settleOrigin(request, place);
    if (status !== undefined) refuse(request, status);
    next();
  };

/** The status to refuse a request with before its body is read; undefined when nothing speaks against it. */
function findRefusal(request: Request, { zone, origin }: ReaderPlace): number | undefined {
  if (!methods.has(request.method)) return 405;
  if (!request.url.startsWith('/')) return 400;
  if (zeroByte.test(request.url) || !isDecodable(request.path) || asksForRouteData(request)) return 404;
  if (request.method !== 'POST') return undefined;
  if (isUpload(request)) {
    if (zone === 'public') return 404;
  } else if (!request.is('application/x-www-form-urlencoded')) return 415;
  return isForeign(request, origin) ? 403 : undefined;
}

/**
 * Whether a path can be read at all: Remix would print one that cannot, with the code of a letter in it, past the
 * log that masks codes.
 */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** An address of Remix' former data requests: they reach a route by its name, past whatever stands before it. */
const asksForRouteData = ({ originalUrl }: Request) =>
  new URLSearchParams(originalUrl.replace(/^[^?]*/, '')).has('_data');

/**
 * Whether a form was posted by another site's page. Programs name no origin; every browser of today does. Only a
 * POST changes anything: reading is allowed to every page, by GET and by HEAD alike.
 */
function isForeign(request: Request, ownOrigin: string | undefined): boolean {
  const origin = request.get('Origin');
  if (origin !== undefined && URL.canParse(origin)) {
    return origin !== ownOrigin && new URL(origin).host !== request.get('Host');
  }
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  // An opaque origin from an old browser, or over plain HTTP: nobody can tell whose page it was.
  return origin !== undefined && holdsLogIn(request.get('Cookie') ?? '');
}

const holdsLogIn = (cookies: string) =>
  cookies.split(';').some((cookie) => logInCookieNames.some((name) => cookie.trim().startsWith(`${name}=`)));

/**
 * Takes away what Remix would judge by again: it knows neither the listener's origin nor what a proxy makes
 * of a Host header, takes even a HEAD of a page's data for a form, and answers with a bare 500. What is only
 * read keeps the address it was asked for: links are made from it.
 */
function settleOrigin(request: Request, { origin }: ReaderPlace): void {
  delete request.headers.origin;
  if (request.method !== 'POST') return;
  delete request.headers['x-forwarded-host'];
  if (origin !== undefined) request.headers.host = new URL(origin).host;
}

const readBytes = express.raw({ type: () => true, limit: bodyLimitBytes, inflate: false });

const readBody =
  (readUpload: RequestHandler): RequestHandler =>
  (request, response, next) =>
    (isUpload(request) ? readUpload : readBytes)(request, response, next);

const parseForm: RequestHandler = (request, response, next) => {
  if (request.method === 'POST' && response.locals.form === undefined) {
    const form = decodeForm(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    if (form) response.locals.form = form;
    else refuse(request, 400);
  }
  next();
};

/** Names and values of a form; undefined when its text is not valid UTF-8, or holds a zero byte. */
function decodeForm(bytes: Buffer): URLSearchParams | undefined {
  try {
    const text = strictUtf8.decode(bytes);
    if (zeroByte.test(text)) return undefined;
    for (const part of text.split(/[&=]/)) decodeURIComponent(part.replaceAll('+', ' '));
    return new URLSearchParams(text);
  } catch {
    return undefined;
  }
}

const refusalByBodyError: Readonly<Record<string, number>> = {
  'entity.too.large': 413,
  'encoding.unsupported': 415,
};

const refuseUnreadable: ErrorRequestHandler = (error, request, _response, next) => {
  // Refused already, and for something that was wrong before its body was.
  if (isRefused(request)) return next();
  // Not the sender's fault: a full disk, a database that does not answer.
  if (!(error.status < 500)) return next(error);
  refuse(request, refusalByBodyError[error.type] ?? 400);
  next();
};

/**
 * The one reader in front of every route, and the one judge of where a form comes from: origin, method, type,
 * size and UTF-8 are checked here, and actions get the decoded form, and the files that staff sent with it,
 * from their context. It reads to the end, so no route may read the body again.
 */
export const createBodyReader = (
  place: ReaderPlace,
  uploadRules: UploadRules,
): readonly (RequestHandler | ErrorRequestHandler)[] => [
  judge(place),
  readBody(createUploadReader(uploadRules, refuse)),
  refuseUnreadable,
  parseForm,
];
