import { Readable } from 'node:stream';
import { createReadableStreamFromReadable } from '@remix-run/node';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** How a document to print begins: its names, and what is said above it on the screen only. */
export interface PrintHead {
  readonly title: string;
  readonly heading: string;
  /** How to print it. */
  readonly note: string;
  /** Class of the part that the style sheet keeps off the paper. */
  readonly screenClass: string;
  readonly styleHref: string;
}

/** Unicode keeps these apart from every text: they stand in a drawing for what differs from copy to copy. */
const firstPlace = 0xfdd0;
const anyPlace = /([\uFDD0-\uFDEF])/;

/**
 * Draws what many copies have in common, once, with a place for each name; gives a function that writes a copy
 * with its own texts in the places, in elements and attributes alike.
 * @example drawOnce(['code'], (placeOf) => <b>{placeOf('code')}</b>)({ code: 'A & B' }) // '<b>A &amp; B</b>'
 */
export function drawOnce<Name extends string>(
  names: readonly Name[],
  draw: (placeOf: (name: Name) => string) => ReactElement,
): (texts: Readonly<Record<Name, string>>) => string {
  const drawing = draw((name) => String.fromCharCode(firstPlace + names.indexOf(name)));
  const parts = renderToStaticMarkup(drawing).split(anyPlace);
  return (texts) =>
    parts
      .map((part, index) => {
        if (index % 2 === 0) return part;
        const name = names[part.charCodeAt(0) - firstPlace];
        return name === undefined ? '' : renderToStaticMarkup(texts[name]);
      })
      .join('');
}

const itemsPerPiece = 20;

/** Writes a document of many items to print or to save as PDF, in pieces, so that thousands need no memory. */
export async function* writePrintDocument<Item>(
  head: PrintHead,
  items: readonly Item[],
  writeItem: (item: Item) => string,
): AsyncGenerator<string> {
  const [before = '', , after = ''] = renderToStaticMarkup(
    <PrintFrame head={head} items={String.fromCharCode(firstPlace)} />,
  ).split(anyPlace);
  yield `<!DOCTYPE html>${before}`;
  for (let start = 0; start < items.length; start += itemsPerPiece) {
    yield items
      .slice(start, start + itemsPerPiece)
      .map(writeItem)
      .join('\n');
    // Answers come first: other requests get their turn between the pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield after;
}

function PrintFrame({ head, items }: { readonly head: PrintHead; readonly items: string }) {
  return (
    <html lang="ja">
      <head>
        <meta charSet="utf-8" />
        <title>{head.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <link rel="stylesheet" href={head.styleHref} />
      </head>
      <body>
        <header className={head.screenClass}>
          <h1>{head.heading}</h1>
          <p>{head.note}</p>
        </header>
        <main>{items}</main>
      </body>
    </html>
  );
}

/** Sends a document as it is written; it may hold codes, and no cache may keep it. */
export const sendPrintDocument = (pieces: AsyncIterable<string>): Response =>
  new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
