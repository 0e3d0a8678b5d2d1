import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import express from 'express';
import { createUploadReader, isUpload, type UploadRules } from '#app/.server/uploads.ts';

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

const checkMethodAndType =
  (publicOrigin: string | undefined): RequestHandler =>
  (request, response, next) => {
    if (!methods.has(request.method)) {
      response.set('Allow', 'GET, HEAD, POST');
      refuse(request, 405);
    } else if (zeroByte.test(request.url)) {
      refuse(request, 404);
    } else if (request.method === 'POST' && !isForm(request)) {
      refuse(request, 415);
    } else if (request.method === 'POST' && isForeign(request, publicOrigin)) {
      refuse(request, 403);
    }
    next();
  };

const isForm = (request: Request) =>
  Boolean(request.is('application/x-www-form-urlencoded')) || isUpload(request);

/**
 * Whether a form was posted by another site's page. Clients that send no origin, or an opaque one, pass:
 * session cookies are SameSite=Lax, so such a post carries no log-in.
 */
function isForeign(request: Request, publicOrigin: string | undefined): boolean {
  const origin = request.get('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host !== request.get('Host') && origin !== publicOrigin;
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
  // Not the sender's fault: a full disk, a database that does not answer.
  if (!(error.status < 500)) return next(error);
  refuse(request, refusalByBodyError[error.type] ?? 400);
  next();
};

/**
 * The one body reader in front of every route: method, type, size and UTF-8 are checked here, and actions
 * get the decoded form, and the files that staff sent with it, from their context. It reads to the end, so no
 * route may read the body again.
 */
export const createBodyReader = (
  publicOrigin: string | undefined,
  uploadRules: UploadRules,
): readonly (RequestHandler | ErrorRequestHandler)[] => [
  checkMethodAndType(publicOrigin),
  readBody(createUploadReader(uploadRules, refuse)),
  refuseUnreadable,
  parseForm,
];
