/** One wave of several that keyboards and encodings write: Shift_JIS decodes to another than the catalogue has. */
const waves = /[〜～∼]/g;
const dashes = /[‐‑‒–—―−－]/g;
const spaces = /[\s\p{Cf}]/gu;
const punctuation = /[\p{P}~]/gu;

/**
 * A label as it is compared: full-width and half-width forms, capitals, spaces, and the kinds of wave and dash
 * do not matter.
 * @example plainLabel('２０～２９ 歳') === plainLabel('20〜29歳') // true
 */
export const plainLabel = (text: string): string =>
  text.normalize('NFKC').replace(waves, '~').replace(dashes, '-').replace(spaces, '').toLowerCase();

/**
 * Written words as they are compared: as labels, and without punctuation and line ends. Empty for a text of
 * nothing else.
 */
export const plainWords = (text: string): string => plainLabel(text).replace(punctuation, '');
