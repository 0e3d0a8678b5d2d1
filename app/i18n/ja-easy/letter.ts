/** The line of a Japanese letter that tells whoever reads easy Japanese how to answer. */
export const letterLine =
  'やさしい 日本語《にほんご》でも 答《こた》える ことが できます。スマートフォンで QRコードを 読《よ》んでください。それから、ページの 上《うえ》の「やさしい日本語《にほんご》」を 選《えら》んでください。';
