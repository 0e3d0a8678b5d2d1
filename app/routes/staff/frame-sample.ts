import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadFrameSample } from '#app/features/frame/load-frame-sample.server.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export async function loader({ params, context }: LoaderFunctionArgs) {
  const csv = loadFrameSample(await getOfficeRound(context, params.round), params.file);
  if (csv === undefined) throw new Response(null, { status: 404 });
  return new Response(csv, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${params.file}.csv"`,
      'Cache-Control': 'no-store',
    },
  });
}
