import type { AppLoadContext } from '@remix-run/node';
import { codeSheet, reminderSheet, unusedSheet } from '#app/features/letters/code-sheet.ts';
import { type LetterDocument, writeLetters } from '#app/features/letters/letter-document.server.tsx';
import { type SheetFormat, sendSheet } from '#app/features/letters/letter-sheet.server.ts';
import { loadLetterFacts } from '#app/fielding/codes/load-letter-facts.ts';
import { type Letter, takeLetters, takeReminders } from '#app/fielding/codes/take-letters.ts';
import { sendPrintDocument } from '#app/web/print-document.tsx';
import type { Account } from '#db/queries/account.ts';
import type { Round } from '#surveys/round/round.ts';

interface Taking {
  readonly by: Account;
  readonly round: Round;
  /** As it stands in the address. */
  readonly batch: string | undefined;
}

/** The letters of a batch, codes in plain text. @throws {Response} 404 unknown, 409 unfinished, 410 sealed */
export async function getLetters(
  { services }: Pick<AppLoadContext, 'services'>,
  { by, round, batch }: Taking,
  as: 'letters' | 'forms' | SheetFormat,
): Promise<readonly Letter[]> {
  const number = /^[1-9]\d{0,8}$/.test(batch ?? '') ? Number(batch) : 0;
  const result = await takeLetters(services, { by, round, batch: number, as });
  if (result.kind === 'taken') return result.letters;
  switch (result.refusal.kind) {
    case 'unknown_batch':
      throw new Response(null, { status: 404 });
    case 'not_made_yet':
      throw new Response(null, { status: 409 });
    case 'sealed':
      throw new Response('codes', { status: 410 });
  }
}

/** The print-ready letters of a batch, streamed: thousands of pages never stand in memory at once. */
export async function sendLetters(
  request: Request,
  context: AppLoadContext,
  { styleHref, ...taking }: Taking & { readonly styleHref: string },
): Promise<Response> {
  const letters = await getLetters(context, taking, 'letters');
  const document = await describeLetters(request, context, taking.round);
  return sendPrintDocument(writeLetters({ ...document, kind: 'invitation', styleHref }, letters));
}

const describeLetters = async (
  request: Request,
  context: AppLoadContext,
  round: Round,
): Promise<Omit<LetterDocument, 'kind' | 'styleHref'>> => ({
  ...(await loadLetterFacts(context.services, round)),
  origin: publicOriginOf(context, request),
});

/** Where residents reach the server: as configured, else as the clerk does. */
const publicOriginOf = (context: AppLoadContext, request: Request): string =>
  context.services.publicOrigin ?? new URL(request.url).origin;

/** The sheet of a batch for mail merge. */
export async function sendCodeSheet(
  request: Request,
  context: AppLoadContext,
  { format, ...taking }: Taking & { readonly format: SheetFormat },
): Promise<Response> {
  const { round, batch } = taking;
  const letters = await getLetters(context, taking, format);
  const table = codeSheet(round, letters, publicOriginOf(context, request));
  return sendSheet(table, `回答コード_${round.title}_${batch}`, format);
}

type Reminding = Omit<Taking, 'batch'>;

/** The sheet of a reminder, with codes only where it goes to those who have not answered. */
export async function sendReminderSheet(
  request: Request,
  context: AppLoadContext,
  { by, round, format }: Reminding & { readonly format: SheetFormat },
): Promise<Response> {
  const reminders = await takeReminders(context.services, { by, round, as: format });
  const table =
    round.reminder === 'everyone'
      ? reminderSheet(reminders)
      : unusedSheet(reminders, publicOriginOf(context, request));
  return sendSheet(table, `再度のお知らせ_${round.title}`, format);
}

/** The reminder as print-ready letters, one for every letter of its sheet. */
export async function sendReminderLetters(
  request: Request,
  context: AppLoadContext,
  { by, round, styleHref }: Reminding & { readonly styleHref: string },
): Promise<Response> {
  const reminders = await takeReminders(context.services, { by, round, as: 'letters' });
  const document = await describeLetters(request, context, round);
  return sendPrintDocument(writeLetters({ ...document, kind: 'reminder', styleHref }, reminders));
}
