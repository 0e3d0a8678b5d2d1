/** The line of a Japanese letter that tells whoever reads English how to answer. */
export const letterLine =
  'You can answer in English: scan the QR code with your phone and choose “English” at the top of the page.';
