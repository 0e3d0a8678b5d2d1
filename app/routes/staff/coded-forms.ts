import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendCodedForms } from '#app/features/letters/send-letters.server.ts';
import { writeCodedForms } from '#app/features/paper-form/coded-forms.server.tsx';
import { loadPaperForm } from '#app/features/paper-form/load-paper-form.server.ts';
import paperStyles from '#app/styles/paper.css?url';
import { accountOf } from '#app/web/account-of.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const by = accountOf(context);
  const round = await getOfficeRound(context, params.round);
  const form = await loadPaperForm(context, round, new URL(request.url));
  return sendCodedForms(context, {
    by,
    round,
    batch: params.batch,
    write: (letters) => writeCodedForms(form, { letters, styleHref: paperStyles }),
  });
}
