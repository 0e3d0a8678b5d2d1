import { audit } from '#app/fielding/audit/audit.ts';
import type { Services } from '#app/fielding/services.ts';
import { type Account, listAccounts } from '#db/queries/account.ts';
import { type AuditEntry, type AuditFilter, listAuditActors, listAuditEntries } from '#db/queries/audit.ts';
import { listRounds } from '#db/queries/round.ts';

/** How the log is narrowed; what is not given does not narrow. */
export interface AuditLogFilter {
  /** Who acted, and on what, by their ids. */
  readonly actor?: string | undefined;
  readonly object?: string | undefined;
  readonly action?: string | undefined;
  /** First and last day in Japanese time, `YYYY-MM-DD`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only entries before this number: the next page. */
  readonly before?: number | undefined;
}

const pageSize = 50;
const piecesOf = 1_000;
const dayMs = 24 * 60 * 60 * 1000;

const japaneseMidnight = (day: string) => new Date(`${day}T00:00:00+09:00`);

/** What a filter means to the database; days are Japanese ones, the last one included. */
const toQuery = (filter: AuditLogFilter): Omit<AuditFilter, 'limit'> => ({
  actorId: filter.actor,
  action: filter.action,
  objectId: filter.object,
  from: filter.from && japaneseMidnight(filter.from).toISOString(),
  before: filter.to && new Date(japaneseMidnight(filter.to).getTime() + dayMs).toISOString(),
  beforeSeq: filter.before,
});

/** One page of the log, newest first, with what it can be narrowed by. */
export interface AuditLogPage {
  readonly entries: readonly AuditEntry[];
  /** Titles of rounds and names of accounts by their ids, as they are now. */
  readonly objectNames: ReadonlyMap<string, string>;
  /** The number to ask for the next page with; null on the last. */
  readonly nextBefore: number | null;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
}

/** The entries that fit a filter, a page of them, with what the page needs to name and narrow them. */
export async function loadAuditLog({ db }: Services, filter: AuditLogFilter): Promise<AuditLogPage> {
  const found = await listAuditEntries(db, { ...toQuery(filter), limit: pageSize + 1 });
  const entries = found.slice(0, pageSize);
  const rounds = (await listRounds(db)).map(({ id, title }) => [id, title] as const);
  const accounts = (await listAccounts(db)).map(({ id, displayName }) => [id, displayName] as const);
  return {
    entries,
    objectNames: new Map([...rounds, ...accounts]),
    nextBefore: found.length > pageSize ? (entries.at(-1)?.seq ?? null) : null,
    actors: await listAuditActors(db),
  };
}

/** The entries that fit a filter, newest first, read piece by piece; that somebody takes them is recorded first. */
export async function exportAuditLog(
  services: Services,
  { by, filter }: { readonly by: Account; readonly filter: AuditLogFilter },
): Promise<AsyncIterable<readonly AuditEntry[]>> {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const detail = Object.fromEntries(given);
  await audit(services, services.db, { by, action: 'audit.exported', on: null, detail });
  return readPieces(services, filter);
}

async function* readPieces({ db }: Services, filter: AuditLogFilter): AsyncGenerator<readonly AuditEntry[]> {
  let { beforeSeq, ...query } = toQuery(filter);
  for (;;) {
    const entries = await listAuditEntries(db, { ...query, beforeSeq, limit: piecesOf });
    if (entries.length === 0) return;
    yield entries;
    beforeSeq = entries.at(-1)?.seq;
  }
}
