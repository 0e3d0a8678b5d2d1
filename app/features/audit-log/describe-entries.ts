import type { AuditLogPage } from '#app/fielding/audit/audit-log.ts';
import { auditActionName, auditDetailName } from '#app/i18n/ja/audit.ts';
import type { AuditDetail } from '#db/queries/audit.ts';

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

/** Puts the entries of a page into words. */
export const describeEntries = ({ entries, objectNames }: AuditLogPage): readonly AuditRow[] =>
  entries.map(({ seq, at, actor, action, object, detail }) => ({
    seq,
    at,
    actor: actor?.name ?? null,
    action: auditActionName(action),
    object: object && (objectNames.get(object.id) ?? object.id),
    objectId: object?.id ?? null,
    detail: typeof detail === 'string' ? detail : formatDetail(detail),
  }));

const formatValue = (value: AuditDetail[string]) =>
  typeof value === 'boolean' ? (value ? 'はい' : 'いいえ') : String(value);

const formatDetail = (detail: AuditDetail) =>
  Object.entries(detail)
    .map(([name, value]) => `${auditDetailName(name)}: ${formatValue(value)}`)
    .join('、');
