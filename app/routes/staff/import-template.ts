import type { LoaderFunctionArgs } from '@remix-run/node';
import { writeCsv } from '#app/outside/write-csv.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { listTemplateColumns } from '#surveys/paper/import-columns.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const round = await getOfficeRound(context, params.round);
  return new Response(writeCsv([listTemplateColumns(round)]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="koebako-import.csv"',
    },
  });
}
