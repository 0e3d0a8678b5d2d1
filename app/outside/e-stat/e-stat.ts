import { setTimeout as delay } from 'node:timers/promises';
import type { EStat, EStatError, EStatResult } from '#app/fielding/ports.ts';
import { readPopulation } from '#app/outside/e-stat/e-stat-population.ts';
import { eStatDataSchema, eStatResultSchema } from '#app/outside/e-stat/e-stat-schema.ts';

export interface EStatSettings {
  /** Application id of the ward's e-Stat account; without one the client answers `no-app-id`. */
  readonly appId: string | undefined;
  readonly apiUrl: string;
  readonly timeoutMs?: number;
  /** Waits between attempts, and so their number less one. */
  readonly retryDelaysMs?: readonly number[];
}

/** Where the government's statistics answer. */
export const eStatApiUrl = 'https://api.e-stat.go.jp/rest/3.0/app/json';

/**
 * 令和2年国勢調査 2-5-1: sex, age in single years, nationality, down to municipalities. Single years, because
 * the ward asks from 18: the census' five-year table (0003445162) has only 15–19.
 */
export const defaultStatsDataId = '0003445139';

const defaults = { timeoutMs: 10_000, retryDelaysMs: [500, 2_000] };

type Attempt =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly error: EStatError; readonly isPassing: boolean };

/** A client of getStatsData (API 3.0): tries again when e-Stat is slow or down, and maps what it refuses. */
export function createEStatClient(settings: EStatSettings): EStat {
  const { appId, apiUrl, timeoutMs, retryDelaysMs } = { ...defaults, ...settings };
  return {
    async fetchPopulation({ areaCode, statsDataId }) {
      if (appId === undefined) return { ok: false, error: { kind: 'no-app-id' } };
      const url = `${apiUrl}/getStatsData?${new URLSearchParams({
        appId,
        statsDataId,
        cdArea: areaCode,
        lang: 'J',
        metaGetFlg: 'Y',
        cntGetFlg: 'N',
      })}`;
      let attempt = await fetchOnce(url, timeoutMs);
      for (const waitMs of retryDelaysMs) {
        if (attempt.ok || !attempt.isPassing) break;
        await delay(waitMs);
        attempt = await fetchOnce(url, timeoutMs);
      }
      return attempt.ok ? readAnswer(attempt.body, areaCode) : { ok: false, error: attempt.error };
    },
  };
}

/** One request. The address holds the application id, so errors never carry it. */
async function fetchOnce(url: string, timeoutMs: number): Promise<Attempt> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    text = await response.text();
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, error: { kind: isTimeout ? 'timeout' : 'unreachable' }, isPassing: true };
  }
  const { status: httpStatus } = response;
  if (httpStatus >= 500) return { ok: false, error: { kind: 'unavailable', httpStatus }, isPassing: true };
  const body = parseJson(text);
  // A refusal may come with its reason as JSON; only without one the HTTP status is all there is.
  if (body === undefined) {
    const error: EStatError = response.ok ? { kind: 'unreadable' } : { kind: 'refused', httpStatus };
    return { ok: false, error, isPassing: false };
  }
  return { ok: true, body };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readAnswer(body: unknown, areaCode: string): EStatResult {
  const result = eStatResultSchema.safeParse(body);
  if (!result.success) return { ok: false, error: { kind: 'unreadable' } };
  const { STATUS: status, ERROR_MSG: message } = result.data.GET_STATS_DATA.RESULT;
  if (status === 1) return { ok: false, error: { kind: 'no-data' } };
  if (status === 100) return { ok: false, error: { kind: 'wrong-app-id' } };
  if (status !== 0) return { ok: false, error: { kind: 'status', status, message } };
  const data = eStatDataSchema.safeParse(body);
  if (!data.success) return { ok: false, error: { kind: 'unreadable' } };
  return readPopulation(data.data.GET_STATS_DATA.STATISTICAL_DATA, areaCode);
}
