import type { LoaderFunctionArgs } from '@remix-run/node';
import { getLetters } from '#app/features/letters/send-letters.server.ts';
import { writeCodedForms } from '#app/features/paper-form/coded-forms.server.tsx';
import { paperFormOf } from '#app/features/paper-form/paper-form-data.ts';
import { loadFormFacts } from '#app/fielding/paper/load-form-facts.ts';
import paperStyles from '#app/styles/paper.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { sendPrintDocument } from '#app/web/print-document.tsx';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const form = paperFormOf(await loadFormFacts(context.services, round), request.url);
  const letters = await getLetters(context, { by, round, batch: params.batch }, 'forms');
  return sendPrintDocument(writeCodedForms(form, { letters, styleHref: paperStyles }));
}
