import type { LoaderFunctionArgs } from '@remix-run/node';
import { sheetFormats } from '#app/features/letters/letter-sheet.server.ts';
import { sendCodeSheet } from '#app/features/letters/send-letters.server.ts';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const format = sheetFormats.find((name) => name === params.format);
  if (!format) throw new Response(null, { status: 404 });
  return sendCodeSheet(request, context, { by, round, batch: params.batch, format });
}
