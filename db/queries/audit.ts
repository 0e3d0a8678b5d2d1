import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Db } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import type { AuditEntryTable } from '#db/schema/people.ts';
import { inTransaction } from '#db/transaction.ts';
import {
  type AuditAction,
  type AuditObjectType,
  auditActions,
  auditObjectTypes,
  type ForeignName,
  readAuditAction,
  readAuditObjectType,
} from '#surveys/audit/actions.ts';

const actionSchema = z.enum(auditActions);
const objectTypeSchema = z.enum(auditObjectTypes);

/** Facts about an action: numbers, states, names; never answers, codes, passwords or addresses. */
const detailSchema = z.record(z.string(), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]));
export type AuditDetail = Readonly<z.infer<typeof detailSchema>>;

/** Who did what on which object. */
export interface AuditEvent {
  /** ISO-8601 UTC. */
  readonly at: string;
  /** Null when nobody was signed in: a failed log-in, a command, the clock. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly action: AuditAction;
  readonly object: { readonly type: AuditObjectType; readonly id: string } | null;
  readonly detail: AuditDetail;
}

/** An event in its place of the chain. What another version wrote may be foreign to this one. */
export interface AuditEntry extends Pick<AuditEvent, 'at' | 'actor'> {
  readonly action: AuditAction | ForeignName;
  readonly object: { readonly type: AuditObjectType | ForeignName; readonly id: string } | null;
  /** The text itself where it is not what this version writes. */
  readonly detail: AuditDetail | string;
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  /** Hash of the entry before; empty for the first. */
  readonly previousHash: string;
  readonly hash: string;
}

/**
 * Appends an event to the audit log and gives its entry; within a caller's transaction it stands or falls
 * with the action. Call it late: the next entry waits until this transaction ends.
 * @throws {z.ZodError} for an action or type of object that is not listed, and when the detail holds anything but short texts, numbers, yes or no
 */
export function recordAudit(db: Db, event: AuditEvent): Promise<AuditEntry> {
  return inTransaction(db, async (tx) => {
    // The update locks the head before its hash is read, so that two writers never build on the same entry.
    const head = await tx
      .updateTable('audit_head')
      .set(({ eb }) => ({ seq: eb('seq', '+', 1) }))
      .where('id', '=', 1)
      .returning(['seq', 'hash'])
      .executeTakeFirstOrThrow();
    const unhashed = {
      seq: head.seq,
      at: event.at,
      actor_id: event.actor?.id ?? null,
      actor_name: event.actor?.name ?? null,
      action: actionSchema.parse(event.action),
      object_type: event.object && objectTypeSchema.parse(event.object.type),
      object_id: event.object?.id ?? null,
      detail: writeJson(detailSchema, event.detail),
      previous_hash: head.hash,
    };
    const row = { ...unhashed, hash: hashAuditRow(unhashed) };
    await tx.insertInto('audit_entry').values(row).execute();
    await tx.updateTable('audit_head').set({ hash: row.hash }).where('id', '=', 1).execute();
    return toEntry(row);
  });
}

/** SHA-256 in hex over every column of an entry, the previous hash included. */
export function hashAuditRow(row: Omit<AuditEntryTable, 'hash'>): string {
  const covered = [
    row.seq,
    row.at,
    row.actor_id,
    row.actor_name,
    row.action,
    row.object_type,
    row.object_id,
    row.detail,
    row.previous_hash,
  ];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}

/** Narrows the log; what is left out does not narrow. */
export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly objectId?: string | undefined;
  /** From this instant on, and before that one; ISO-8601 UTC. */
  readonly from?: string | undefined;
  readonly before?: string | undefined;
  /** Only entries older than this number: the next page. */
  readonly beforeSeq?: number | undefined;
  /** At most so many entries. */
  readonly limit: number;
}

/** Entries that fit the filter, newest first; none when nothing fits. */
export async function listAuditEntries(db: Db, filter: AuditFilter): Promise<readonly AuditEntry[]> {
  let query = db.selectFrom('audit_entry').selectAll().orderBy('seq', 'desc').limit(filter.limit);
  if (filter.actorId !== undefined) query = query.where('actor_id', '=', filter.actorId);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (filter.objectId !== undefined) query = query.where('object_id', '=', filter.objectId);
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from);
  if (filter.before !== undefined) query = query.where('at', '<', filter.before);
  if (filter.beforeSeq !== undefined) query = query.where('seq', '<', filter.beforeSeq);
  return (await query.execute()).map(toEntry);
}

/**
 * Rows of the log as they are stored, in their order, from the one after a number on; none beyond the last. For
 * checking the chain: what another version wrote, or somebody past the log, is not read but told as it stands.
 */
export function listAuditRows(
  db: Db,
  { afterSeq, limit }: { readonly afterSeq: number; readonly limit: number },
): Promise<readonly AuditEntryTable[]> {
  return db
    .selectFrom('audit_entry')
    .selectAll()
    .where('seq', '>', afterSeq)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/**
 * Number and hash of the last entry, as `recordAudit` noted them apart from it; 0 and empty for an empty log.
 * @throws {Error} when the note is gone
 */
export function getAuditHead(db: Db): Promise<{ readonly seq: number; readonly hash: string }> {
  return db.selectFrom('audit_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow();
}

/** Everyone who stands in the log as an actor, by the name of their newest entry, in the order of names. */
export async function listAuditActors(
  db: Db,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await db
    .selectFrom('audit_entry as entry')
    .select(['entry.actor_id', 'entry.actor_name'])
    .where('entry.seq', 'in', (eb) =>
      eb
        .selectFrom('audit_entry')
        .select(({ fn }) => fn.max('seq').as('newest'))
        .where('actor_id', 'is not', null)
        .groupBy('actor_id'),
    )
    .execute();
  return rows
    .flatMap(({ actor_id, actor_name }) =>
      actor_id === null ? [] : [{ id: actor_id, name: actor_name ?? '' }],
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The facts of an entry. What another version wrote, or somebody past the log, must not hide the entries beside it. */
function readDetail(text: string): AuditDetail | string {
  try {
    return readJson(detailSchema, text);
  } catch {
    return text;
  }
}

function toEntry(row: AuditEntryTable): AuditEntry {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? '' },
    action: readAuditAction(row.action),
    object:
      row.object_type === null
        ? null
        : { type: readAuditObjectType(row.object_type), id: row.object_id ?? '' },
    detail: readDetail(row.detail),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
