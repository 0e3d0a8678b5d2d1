import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendLetters } from '#app/features/letters/send-letters.server.ts';
import letterStyles from '#app/styles/letter.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  return sendLetters(request, context, { by, round, batch: params.batch, styleHref: letterStyles });
}
