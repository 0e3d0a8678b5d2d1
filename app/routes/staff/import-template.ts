import type { LoaderFunctionArgs } from '@remix-run/node';
import { formTemplate } from '#app/features/import-sheet/load-imports.server.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const round = await getOfficeRound(context, params.round);
  return new Response(formTemplate(round), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="koebako-import.csv"',
    },
  });
}
