import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseAuditFilter } from '#app/features/audit-log/audit-filter.ts';
import { exportAuditLog } from '#app/features/audit-log/export-audit-log.server.ts';
import { accountOf } from '#app/web/account-of.ts';

export function loader({ request, context }: LoaderFunctionArgs) {
  const by = accountOf(context);
  return exportAuditLog(context, by, parseAuditFilter(new URL(request.url).searchParams));
}
