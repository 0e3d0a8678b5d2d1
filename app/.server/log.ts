import { pino } from 'pino';

/** The server's log: one JSON line per event; never answers, codes, or addresses of respondents. */
export const createLog = (level: string) => pino({ level, base: null });

export type Log = ReturnType<typeof createLog>;
