/**
 * The one stratum of a round that draws none: all who are asked, and every answer. Answers that nobody drew (open
 * rounds, the counter, the ward's records) stand in it too.
 */
export const wholeStratum = 'all';

/** Stratum of answers that came without a code or mark, in rounds that draw strata. */
export const unknownStratum = 'unknown';
