import type { LoaderFunctionArgs } from '@remix-run/node';
import { sheetFormats } from '#app/features/letters/letter-sheet.server.ts';
import { sendReminderLetters, sendReminderSheet } from '#app/features/letters/send-letters.server.ts';
import letterStyles from '#app/styles/letter.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

/** The reminder of a round as letters to print (`letters`) or as a sheet (`csv`, `xlsx`). */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  if (params.format === 'letters') {
    return sendReminderLetters(request, context, { by, round, styleHref: letterStyles });
  }
  const format = sheetFormats.find((name) => name === params.format);
  if (!format) throw new Response(null, { status: 404 });
  return sendReminderSheet(request, context, { by, round, format });
}
