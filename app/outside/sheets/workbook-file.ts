import type { Readable } from 'node:stream';
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes';
import yauzl from 'yauzl';
import { SheetError } from '#app/fielding/ports.ts';

/** The most bytes that a part of a workbook may unpack to: a small file can hold a very large one. */
const maximumPartBytes = 512 * 1024 * 1024;

/** The parts of an Excel workbook by their names; they unpack as streams. */
export interface WorkbookFile {
  readonly open: (name: string) => Promise<Readable | undefined>;
  readonly close: () => void;
}

/** Opens a workbook. @throws {SheetError} when it is none */
export async function openWorkbook(path: string): Promise<WorkbookFile> {
  try {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    return {
      async open(name) {
        const entry = entries.get(name);
        if (entry && entry.uncompressedSize > maximumPartBytes) throw new SheetError('unreadable_workbook');
        return entry && (await zip.openReadStreamPromise(entry));
      },
      close: () => zip.close(),
    };
  } catch (error) {
    if (error instanceof SheetError) throw error;
    throw new SheetError('unreadable_workbook');
  }
}

/** What a part's reader is told: tags without their prefixes, and the text between them. */
export interface TagReader {
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly onText: (text: string) => void;
  readonly onClose: (name: string) => void;
}

/** Parses a part piece by piece; gives back control after each, so that what was read can be handed on. */
export async function* parsePart(part: Readable, reader: TagReader): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false });
  const localName = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', (tag: SaxesTagPlain) => {
    reader.onOpen(localName(tag.name), tag.attributes as Record<string, SaxesAttributePlain['value']>);
  });
  parser.on('text', reader.onText);
  parser.on('closetag', (tag: SaxesTagPlain) => reader.onClose(localName(tag.name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of part as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      yield;
    }
    parser.write(decoder.decode()).close();
    yield;
  } catch (error) {
    if (error instanceof SheetError) throw error;
    throw new SheetError('unreadable_workbook');
  }
}

/** Parses a whole part. */
export async function parseWholePart(part: Readable, reader: TagReader): Promise<void> {
  for await (const _ of parsePart(part, reader));
}
