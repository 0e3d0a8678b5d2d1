import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseAuditFilter } from '#app/features/audit-log/audit-filter.ts';
import { sendAuditLog } from '#app/features/audit-log/send-audit-log.server.ts';
import { exportAuditLog } from '#app/fielding/audit/audit-log.ts';
import { accountOf } from '#app/web/account-of.ts';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const by = accountOf(context);
  const filter = parseAuditFilter(new URL(request.url).searchParams);
  return sendAuditLog(await exportAuditLog(context.services, { by, filter }));
}
