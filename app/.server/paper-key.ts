/** The submission key of a paper form with a serial: keyed or imported, once or again, it is one answer. */
export const paperKey = (serial: string) => `paper:${serial}`;
