/** A random submission key, as Koebako makes it or as a browser made its own: 22 to 64 characters for URLs. */
const randomKeyPattern = /^[A-Za-z0-9_-]{22,64}$/;

/** The submission key that a form or a tablet sent; undefined when the text could not be one. */
export const parseSubmissionKey = (text: string | null | undefined): string | undefined =>
  text != null && randomKeyPattern.test(text) ? text : undefined;

/** The submission key of a paper form with a serial: keyed or imported, once or again, it is one answer. */
export const paperKey = (serial: string): string => `paper:${serial}`;

/** The submission key of a row without a serial: the same file finds its rows again, and counts none twice. */
export const importedRowKey = (fileHash: string, rowNo: number): string => `import:${fileHash}:${rowNo}`;
