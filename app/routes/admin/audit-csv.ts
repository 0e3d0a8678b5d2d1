import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseAuditFilter } from '#app/features/audit-log/audit-filter.ts';
import { exportAuditLog } from '#app/features/audit-log/export-audit-log.server.ts';
import { requireAccount } from '#app/web/log-in/find-account.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const by = await requireAccount(request, context, ['admin']);
  return exportAuditLog(context, by, parseAuditFilter(new URL(request.url).searchParams));
}
