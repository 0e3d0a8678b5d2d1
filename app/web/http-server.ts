import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import express from 'express';
import helmet from 'helmet';
import { routeTable } from '#app/routes.ts';
import { createBodyReader, type ReaderPlace } from '#app/web/body-reader.ts';
import { isAmong } from '#app/web/gate.ts';
import { buildFor } from '#app/web/listener.ts';
import { findAccount } from '#app/web/log-in/find-account.ts';
import type { WebServices } from '#app/web/services.ts';
import { createFileServer } from '#app/web/static-files.ts';
import { type UploadRules, uploadLimitBytes } from '#app/web/uploads.ts';

const assignNonce: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString('base64');
  next();
};

const nonceSource = (_request: unknown, response: unknown) =>
  `'nonce-${(response as Response).locals.nonce}'`;

const previewPath = /^\/staff\/rounds\/[^/]+\/preview$/;

const previewAncestors = (request: IncomingMessage) =>
  previewPath.test((request as Request).path) ? "'self'" : "'none'";

const securityHeaders = (isSecure: boolean) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonceSource],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        // The preview of a round stands in the outline of a phone on the office's own pages.
        frameSrc: ["'self'"],
        frameAncestors: [previewAncestors],
        baseUri: ["'none'"],
      },
    },
    // NOTE: with "no-referrer" browsers send "Origin: null" along with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure,
  });

/** The address of a letter's QR code holds the code: no other page may hear of it, and no cache keep it. */
const guardCodeLink: RequestHandler = (_request, response, next) => {
  response.set({ 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' });
  next();
};

const isCompressible = (request: Request, response: Response) =>
  !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
  compression.filter(request, response);

const plainPage = `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><title>アドレスを読み取れませんでした</title>
<h1>アドレスを読み取れませんでした</h1><p>アドレスの形式に誤りがあります。お手元の案内のアドレスを、もう一度お確かめください。</p></html>`;

/** The last resort, for requests that even the framework cannot take (an impossible Host header, say). */
const refusePlainly =
  (services: WebServices): ErrorRequestHandler =>
  (error, _request, response, next) => {
    services.log.warn({ err: error }, 'request refused');
    if (response.headersSent) return next(error);
    response.status(400).type('html').send(plainPage);
  };

const uploadRules = (services: WebServices): UploadRules => ({
  limitBytes: uploadLimitBytes,
  async identify(cookie) {
    const account = await findAccount({ headers: new Headers({ Cookie: cookie }) }, { services });
    if (!account) return 'signed-out';
    return isAmong(account, ['staff']) ? 'staff' : 'other-role';
  },
});

export interface Listener extends ReaderPlace {
  readonly trustProxy: boolean;
}

/** The web server: static files, security headers, the body reader, and Remix behind them. */
export function createHttpServer(build: ServerBuild, services: WebServices, listener: Listener): Express {
  const app = express();
  app.disable('x-powered-by');
  // Only what the nearest proxy adds: the rest of X-Forwarded-For is whatever the visitor wrote there, and
  // believing it would give every guess at a password an address of its own.
  app.set('trust proxy', listener.trustProxy ? 1 : false);
  app.use(assignNonce, securityHeaders(services.isSecure), compression({ filter: isCompressible }));
  app.use('/c/:code', guardCodeLink);
  app.use(createFileServer(listener.zone));
  app.use(...(createBodyReader(listener, uploadRules(services)) as RequestHandler[]));
  app.use(
    createRequestHandler({
      build: buildFor(listener.zone, build, routeTable),
      mode: 'production',
      getLoadContext: (request, response): AppLoadContext => ({
        services,
        form: response.locals.form ?? new URLSearchParams(),
        files: response.locals.files ?? [],
        clientIp: request.ip ?? '',
        nonce: response.locals.nonce,
        zone: listener.zone,
        requestId: randomUUID(),
      }),
    }),
  );
  app.use(refusePlainly(services));
  return app;
}
