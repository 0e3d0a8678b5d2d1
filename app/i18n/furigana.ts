/** A stretch of a text, with the reading that stands above it. */
export interface Stretch {
  readonly text: string;
  readonly reading: string | null;
}

/**
 * Readings are written as Aozora Bunko does: 漢字《かんじ》, with ｜ before a stretch that is not just the kanji
 * right before it (｜1人《ひとり》).
 */
const marked = /(?:｜([^｜《》]+)|([\p{Script=Han}々〆ヶ]+))《([^《》]+)》/gu;

/** Parts a text into stretches with and without a reading; a text without marks is one stretch. */
export function readFurigana(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { index, 0: whole, 1: stretch, 2: kanji, 3: reading = '' } of text.matchAll(marked)) {
    if (index > end) stretches.push({ text: text.slice(end, index), reading: null });
    stretches.push({ text: stretch ?? kanji ?? '', reading });
    end = index + whole.length;
  }
  if (end < text.length || text === '') stretches.push({ text: text.slice(end), reading: null });
  return stretches;
}

/** The text without its readings, for places that cannot show them: titles of windows, labels read out. */
export const withoutFurigana = (text: string): string =>
  readFurigana(text)
    .map((stretch) => stretch.text)
    .join('');
