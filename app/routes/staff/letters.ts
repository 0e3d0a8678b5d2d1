import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireAccount } from '#app/.server/account-gate.ts';
import { getOfficeRound } from '#app/.server/office-round.ts';
import { sendLetters } from '#app/features/letters/send-letters.server.ts';
import letterStyles from '#app/styles/letter.css?url';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const by = await requireAccount(request, context, ['staff']);
  const round = await getOfficeRound(context, params.round);
  return sendLetters(request, context, { by, round, batch: params.batch, styleHref: letterStyles });
}
