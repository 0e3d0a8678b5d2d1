import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request, RequestHandler, Response } from 'express';

/** A file that a signed-in person sent with a form. */
export interface UploadedFile {
  /** Name of the form's field. */
  readonly field: string;
  /** The file's own name on the sender's machine: shown, never used as a path. */
  readonly name: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  /** Where it lies until the response has been sent; what is to stay must be copied before. */
  readonly path: string;
}

/** Who sends: only 'staff' may upload. */
export type UploadSender = 'staff' | 'signed-out' | 'other-role';

export interface UploadRules {
  /** Tells by the Cookie header who sends; asked before the body is read. */
  readonly identify: (cookie: string) => Promise<UploadSender>;
  /** Of the whole body. */
  readonly limitBytes: number;
}

/** The largest upload, in bytes: a year of scanned lists, or a spreadsheet with every answer of a round. */
export const uploadLimitBytes = 50 * 1024 * 1024;

const partLimits = { files: 20, fields: 200, fieldSize: 64 * 1024, fieldNameSize: 200 };

/** Whether a request is one that may carry files: a multipart form for a page of staff. */
export const isUpload = (request: Request) =>
  request.method === 'POST' &&
  request.path.startsWith('/staff/') &&
  Boolean(request.is('multipart/form-data'));

/**
 * Reads a multipart form of signed-in staff: files go to a temporary folder as they arrive, fields to the
 * form. Others never get their body read: the signed-out are sent to the log-in.
 */
export const createUploadReader =
  (
    { identify, limitBytes }: UploadRules,
    refuse: (request: Request, status: number) => void,
  ): RequestHandler =>
  async (request, response, next) => {
    try {
      const sender = await identify(request.get('Cookie') ?? '');
      if (sender === 'signed-out') {
        response.redirect(303, `/login?next=${encodeURIComponent(request.originalUrl)}`);
        return;
      }
      if (sender === 'other-role') {
        refuse(request, 403);
        return next();
      }
      const status = await readParts(request, response, limitBytes);
      if (status !== 'read') refuse(request, status);
      next();
    } catch (error) {
      next(error);
    }
  };

/** Reads the parts into response.locals, or gives the status to refuse with once the body has passed. */
async function readParts(
  request: Request,
  response: Response,
  limitBytes: number,
): Promise<'read' | 400 | 413> {
  const folder = await mkdtemp(join(tmpdir(), 'koebako-upload-'));
  response.once('close', () => void rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const parts = new PartCollector(folder);
  try {
    await receive(request, parts, limitBytes);
  } catch (error) {
    await parts.abandon();
    if (error instanceof Error && 'syscall' in error) throw error;
    // The answer comes after the body: browsers that are still sending do not read it.
    await finished(request.resume()).catch(() => undefined);
    return error instanceof TooLargeError ? 413 : 400;
  }
  response.locals.form = parts.form;
  response.locals.files = parts.files;
  return 'read';
}

class TooLargeError extends Error {}

/** Streams a body through the parser. @throws what made it stop */
async function receive(request: Request, parts: PartCollector, limitBytes: number): Promise<void> {
  if (Number(request.get('Content-Length') ?? 0) > limitBytes) throw new TooLargeError();
  if (request.destroyed) throw new Error('the sender went away');
  const parser = busboy({ headers: request.headers, defParamCharset: 'utf8', limits: partLimits });
  let nBytes = 0;
  request.on('data', (chunk: Buffer) => {
    nBytes += chunk.length;
    if (nBytes > limitBytes) parser.destroy(new TooLargeError());
  });
  request.once('close', () => {
    if (!request.complete) parser.destroy(new Error('the sender went away'));
  });
  parser.on('file', (field, stream, { filename, mimeType }) => {
    parts.addFile(field, stream, { name: filename ?? '', mimeType });
  });
  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    if (nameTruncated || valueTruncated) parser.destroy(new TooLargeError());
    else if (/[\uFFFD\0]/.test(`${name}${value}`)) parser.destroy(new Error('not UTF-8 text'));
    else parts.form.append(name, value);
  });
  for (const event of ['filesLimit', 'fieldsLimit']) {
    parser.on(event, () => parser.destroy(new TooLargeError()));
  }
  request.pipe(parser);
  try {
    await finished(parser);
    await parts.settle();
  } finally {
    request.unpipe(parser);
  }
}

/** Fields and files as they arrive. */
class PartCollector {
  readonly form = new URLSearchParams();
  readonly files: UploadedFile[] = [];
  readonly #folder: string;
  readonly #writes: Promise<void>[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  addFile(field: string, stream: Readable, { name, mimeType }: { name: string; mimeType: string }): void {
    // A file field that was left empty arrives as a file without a name.
    if (name === '') {
      stream.resume();
      return;
    }
    const path = join(this.#folder, String(this.#writes.length));
    const target = createWriteStream(path, { mode: 0o600, flags: 'wx' });
    const write = pipeline(stream, target).then(() => {
      this.files.push({ field, name, mimeType, sizeBytes: target.bytesWritten, path });
    });
    this.#writes.push(write);
    // Failures are looked at in settle(); until then none may count as unhandled.
    write.catch(() => undefined);
  }

  /** Waits until every file is on disk. @throws what made a write fail */
  async settle(): Promise<void> {
    await Promise.all(this.#writes);
  }

  /** Waits until nothing is being written any more, whatever became of it. */
  async abandon(): Promise<void> {
    await Promise.allSettled(this.#writes);
  }
}
