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

const itemsPerPiece = 20;

/** Writes a document of many items to print or to save as PDF, in pieces, so that thousands need no memory. */
export async function* writePrintDocument<Item>(
  head: PrintHead,
  items: readonly Item[],
  writeItem: (item: Item) => string,
): AsyncGenerator<string> {
  yield beginDocument(head);
  for (let start = 0; start < items.length; start += itemsPerPiece) {
    yield items
      .slice(start, start + itemsPerPiece)
      .map(writeItem)
      .join('\n');
    // Answers come first: other requests get their turn between the pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield '</main></body></html>';
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as HTML shows it, in elements and in attributes between double quotes. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/**
 * An element with a text in it; the name may carry attributes.
 * @example element('p class="code"', 'A & B') // '<p class="code">A &amp; B</p>'
 */
export const element = (name: string, text: string): string =>
  `<${name}>${escapeHtml(text)}</${name.split(' ')[0]}>`;

const beginDocument = ({ title, heading, note, screenClass, styleHref }: PrintHead) =>
  `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8">${element('title', title)}<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><link rel="stylesheet" href="${escapeHtml(styleHref)}"></head><body><header class="${screenClass}">${element('h1', heading)}${element('p', note)}</header><main>`;
