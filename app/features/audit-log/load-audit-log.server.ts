import type { AppLoadContext } from '@remix-run/node';
import type { AuditFilterForm } from '#app/features/audit-log/audit-filter.ts';
import { auditActionName, auditDetailName } from '#app/i18n/ja/audit.ts';
import { listAccounts } from '#db/queries/account.ts';
import {
  type AuditDetail,
  type AuditEntry,
  type AuditFilter,
  listAuditActors,
  listAuditEntries,
} from '#db/queries/audit.ts';
import { listRounds } from '#db/queries/round.ts';

const pageSize = 50;
const dayMs = 24 * 60 * 60 * 1000;

const japaneseMidnight = (day: string) => new Date(`${day}T00:00:00+09:00`);

/** What a filter means to the database; days are Japanese ones, the last one included. */
export const toAuditFilter = (form: AuditFilterForm): Omit<AuditFilter, 'limit'> => ({
  actorId: form.actor,
  action: form.action,
  objectId: form.object,
  from: form.from && japaneseMidnight(form.from).toISOString(),
  before: form.to && new Date(japaneseMidnight(form.to).getTime() + dayMs).toISOString(),
  beforeSeq: form.before,
});

/** An entry as a person reads it. */
export interface AuditRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string | null;
  readonly action: string;
  readonly object: string | null;
  readonly objectId: string | null;
  readonly detail: string;
}

/** One page of the log with what it can be narrowed by. */
export async function loadAuditLog(context: AppLoadContext, form: AuditFilterForm) {
  const { db } = context.services;
  const entries = await listAuditEntries(db, { ...toAuditFilter(form), limit: pageSize + 1 });
  const page = entries.slice(0, pageSize);
  const names = await loadObjectNames(context);
  return {
    filter: form,
    rows: page.map((entry) => toRow(entry, names)),
    nextBefore: entries.length > pageSize ? (page.at(-1)?.seq ?? null) : null,
    actors: await listAuditActors(db),
  };
}

/** Titles of rounds and names of accounts by their ids, as they are now. */
async function loadObjectNames({ services: { db } }: AppLoadContext): Promise<ReadonlyMap<string, string>> {
  const rounds = (await listRounds(db)).map(({ id, title }) => [id, title] as const);
  const accounts = (await listAccounts(db)).map(({ id, displayName }) => [id, displayName] as const);
  return new Map([...rounds, ...accounts]);
}

const formatValue = (value: AuditDetail[string]) =>
  typeof value === 'boolean' ? (value ? 'はい' : 'いいえ') : String(value);

const formatDetail = (detail: AuditDetail) =>
  Object.entries(detail)
    .map(([name, value]) => `${auditDetailName(name)}: ${formatValue(value)}`)
    .join('、');

function toRow(entry: AuditEntry, names: ReadonlyMap<string, string>): AuditRow {
  return {
    seq: entry.seq,
    at: entry.at,
    actor: entry.actor?.name ?? null,
    action: auditActionName(entry.action),
    object: entry.object && (names.get(entry.object.id) ?? entry.object.id),
    objectId: entry.object?.id ?? null,
    detail: typeof entry.detail === 'string' ? entry.detail : formatDetail(entry.detail),
  };
}
