import { Fragment } from 'react';
import { readFurigana } from '#app/i18n/furigana.ts';

/** A text with the readings of its kanji above them, where it has any (see app/i18n/furigana.ts). */
export function Furigana({ text }: { readonly text: string }) {
  if (!text.includes('《')) return text;
  const stretches = readFurigana(text).map((stretch, index) =>
    stretch.reading === null ? (
      <Fragment key={index}>{stretch.text}</Fragment>
    ) : (
      <ruby key={index}>
        {stretch.text}
        <rp>(</rp>
        <rt>{stretch.reading}</rt>
        <rp>)</rp>
      </ruby>
    ),
  );
  // One box: in a button, which lays out its parts side by side, they would lose their line and their spaces.
  return <span>{stretches}</span>;
}
