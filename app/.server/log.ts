import { pino, stdSerializers } from 'pino';

/** Hides what follows `/c/` in an address: the code of a letter. */
export const maskCodes = (text: string): string => text.replace(/(\/c(?:\/|%2f))[^\s/?#"'`)]+/gi, '$1…');

/** Messages and stacks of errors may quote the address that was asked for. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const described = stdSerializers.err(error);
  return { ...described, message: maskCodes(described.message), stack: maskCodes(described.stack) };
}

/** The server's log: one JSON line per event; never answers, codes, or addresses of respondents. */
export const createLog = (level: string) =>
  pino({ level, base: null, serializers: { err: describeError, pathname: maskCodes, url: maskCodes } });

export type Log = ReturnType<typeof createLog>;
