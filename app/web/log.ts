import { pino, stdSerializers } from 'pino';

/** Hides what follows `/c/` or `/join/` in an address: the code of a letter, the token of a one-time link. */
export const maskCodes = (text: string): string =>
  text.replace(/((?:\/|%2f)(?:c|join)(?:\/|%2f)+)[^\s/?#"'`)]+/gi, '$1…');

/** Whatever an error carries may quote the address that was asked for: messages, stacks, input it was made of. */
function describeError(error: unknown): unknown {
  return error instanceof Error ? maskDeep(stdSerializers.err(error)) : maskDeep(error);
}

/** Deeper than errors are nested; what lies below is left out. */
const maximumDepth = 5;

function maskDeep(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskCodes(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === maximumDepth) return undefined;
  if (Array.isArray(value)) return value.map((part) => maskDeep(part, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, maskDeep(part, depth + 1)]));
}

/** The server's log: one JSON line per event; never answers, codes, or addresses of respondents. */
export const createLog = (level: string) =>
  pino({ level, base: null, serializers: { err: describeError, pathname: maskCodes, url: maskCodes } });

export type Log = ReturnType<typeof createLog>;
