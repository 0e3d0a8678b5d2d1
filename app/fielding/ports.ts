/** What fielding asks of the log: an event's facts, never answers or codes, and what happened in English. */
export interface Log {
  readonly fatal: LogLine;
  readonly error: LogLine;
  readonly warn: LogLine;
  readonly info: LogLine;
}

interface LogLine {
  (facts: object, message: string): void;
  (message: string): void;
}

/**
 * Slows down guessing without locking anybody out. Codes of letters are looked up first, and only the answer to
 * one that nobody knows waits: right codes never do, whatever else comes from their address, and slips that the
 * check character catches count for nothing. (A guess hits one of 3,500 codes with a chance of 3·10^-16.) Short
 * codes, for pairing a tablet, wait before they are looked up.
 */
export interface CodeThrottle {
  /** Counts an unknown code; resolves when its sender may be told, with false when too many wait already. */
  readonly slowDown: (ip: string) => Promise<boolean>;
  /** Resolves when a short code may be tried; false when too many wait already. */
  readonly mayTry: (ip: string) => Promise<boolean>;
}
