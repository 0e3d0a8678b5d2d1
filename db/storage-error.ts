/** The code that a database driver gives an error: a SQLite name or a PostgreSQL SQLSTATE. */
function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/**
 * The connection to PostgreSQL ended before the answer came. What was under way was rolled back, unless it was the
 * commit itself: that may have been made. Only what is safe to do twice may be tried again.
 */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';

  constructor(cause: Error) {
    super(`the connection to PostgreSQL was lost: ${cause.message}`, { cause });
  }
}

/**
 * Whether the same transaction may simply be tried again: PostgreSQL could not put it in an order with others
 * (40001, 40P01), or another SQLite connection held the file too long. Nothing of it was stored.
 */
export function isRetryable(error: unknown): boolean {
  const code = codeOf(error);
  return code === '40001' || code === '40P01' || code.startsWith('SQLITE_BUSY');
}

/**
 * Whether the process must stop instead of trying again: the disk or the file is at fault, and a retry over a
 * failed write can answer for something that was never stored. `connect` asks this of every failed statement.
 * Source: PostgreSQL's fsync failures of 2018 ("fsyncgate"); SQLite's result codes, https://sqlite.org/rescode.html.
 */
export function isFatal(error: unknown): boolean {
  const code = codeOf(error);
  const isSqlite = /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|READONLY|CANTOPEN)/.test(code);
  return isSqlite || ['58030', 'XX001', 'XX002', '53100'].includes(code);
}
