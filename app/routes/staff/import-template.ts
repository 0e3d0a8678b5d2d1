import type { LoaderFunctionArgs } from '@remix-run/node';
import { formTemplate } from '#app/features/import-sheet/load-imports.server.ts';
import { requireAccount } from '#app/web/log-in/find-account.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireAccount(request, context, ['staff']);
  const round = await getOfficeRound(context, params.round);
  return new Response(formTemplate(round), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="koebako-import.csv"',
    },
  });
}
