import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import type { ListenerZone } from '#app/web/listener.ts';

/** Leaves the file server when a script is asked for: the address is then one that nothing answers to. */
const withholdScripts: RequestHandler = (request, _response, next) => {
  if (isScript(request.path)) next('router');
  else next();
};

/** Whether a path, decoded as the file server decodes it, is one of a script. */
function isScript(path: string): boolean {
  try {
    return /\.m?js(\.map)?\/*$/i.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

/**
 * Serves the files of a client build. No public page uses JavaScript, so the public listener has none: the
 * scripts are those of staff pages, and their list names every route.
 */
export function createFileServer(zone: ListenerZone, folder = 'build/client'): express.Router {
  const files = express.Router();
  if (zone === 'public') files.use(withholdScripts);
  const assets = { immutable: true, maxAge: '1y', index: false } as const;
  files.use('/assets', express.static(join(folder, 'assets'), assets));
  files.use(express.static(folder, { maxAge: '1h', index: false, redirect: false }));
  return files;
}
