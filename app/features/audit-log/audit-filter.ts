import { z } from 'zod';
import type { AuditLogFilter } from '#app/fielding/audit/audit-log.ts';

const day = z.iso.date();
const text = z.string().min(1).max(200);

/** How the log is narrowed, as it stands in the address; what cannot be read does not narrow. */
export function parseAuditFilter(search: URLSearchParams): AuditLogFilter {
  const read = <Value>(name: string, schema: z.ZodType<Value>): Value | undefined =>
    schema.safeParse(search.get(name) ?? undefined).data;
  return {
    actor: read('actor', text),
    action: read('action', text),
    object: read('object', text),
    from: read('from', day),
    to: read('to', day),
    before: read('before', z.coerce.number().int().positive()),
  };
}

/** The address of a page of the log, or of its export. */
export function auditPath(path: string, filter: AuditLogFilter): string {
  const given = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const search = new URLSearchParams(given).toString();
  return search === '' ? path : `${path}?${search}`;
}
