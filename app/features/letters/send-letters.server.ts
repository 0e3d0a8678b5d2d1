import { Readable } from 'node:stream';
import { type AppLoadContext, createReadableStreamFromReadable } from '@remix-run/node';
import { audit } from '#app/.server/audit.ts';
import { codeSheet, reminderSheet, unusedSheet } from '#app/features/letters/code-sheet.server.ts';
import {
  getReadableBatch,
  type LetterDetails,
  listLetterDetails,
  openCodes,
  publicOriginOf,
} from '#app/features/letters/letter-details.server.ts';
import { writeLetters } from '#app/features/letters/letter-document.server.ts';
import { type SheetFormat, sendSheet } from '#app/features/letters/letter-sheet.server.ts';
import { isAnonymousAudience } from '#app/i18n/ja/answer.ts';
import { formatDateTime } from '#app/i18n/ja/office.ts';
import { listCodes } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { getPlan } from '#db/queries/plan.ts';
import type { Round } from '#surveys/round/round.ts';
import { localize } from '#surveys/text.ts';

interface Exporting {
  readonly by: Account;
  readonly round: Round;
  readonly batch: string | undefined;
}

/** The codes of a batch in plain text; that someone took them is in the audit log first. */
async function takeLetters(
  context: AppLoadContext,
  { by, round, batch }: Exporting,
  as: 'letters' | SheetFormat,
): Promise<readonly LetterDetails[]> {
  const readable = await getReadableBatch(context, round, batch);
  const letters = await listLetterDetails(context, readable);
  const on = { type: 'round', id: round.id } as const;
  const detail = { batch: readable.batch, letters: letters.length, as };
  await audit(context, context.services.db, { by, action: 'codes.exported', on, detail });
  return letters;
}

/** The print-ready letters of a batch, streamed: thousands of pages never stand in memory at once. */
export async function sendLetters(
  request: Request,
  context: AppLoadContext,
  exporting: Exporting & { readonly styleHref: string },
): Promise<Response> {
  const { round, styleHref } = exporting;
  const { questionnaire } = round;
  const letters = await takeLetters(context, exporting, 'letters');
  const plan = await getPlan(context.services.db, round.planId);
  const document = writeLetters(
    {
      title: localize(questionnaire.title, 'ja'),
      wardOffice: plan.source.publisher,
      purpose: localize(questionnaire.purpose, 'ja'),
      until: `${formatDateTime(round.closesAt)}まで`,
      minutes: questionnaire.minutes,
      nQuestions: questionnaire.pages.flatMap(({ questions }) => questions).length,
      isDrawn: round.design === 'probability',
      isAnonymous: isAnonymousAudience(round.audience),
      isDemo: round.isDemo,
      reminder: round.reminder,
      contact: localize(round.terms.contact, 'ja'),
      origin: publicOriginOf(context, request),
      styleHref,
    },
    letters,
  );
  return new Response(createReadableStreamFromReadable(Readable.from(document)), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** The sheet of a batch for mail merge. */
export async function sendCodeSheet(
  request: Request,
  context: AppLoadContext,
  { format, ...exporting }: Exporting & { readonly format: SheetFormat },
): Promise<Response> {
  const letters = await takeLetters(context, exporting, format);
  const { round, batch } = exporting;
  const table = codeSheet(round, letters, publicOriginOf(context, request));
  return sendSheet(table, `回答コード_${round.title}_${batch}`, format);
}

/**
 * The sheet of letters to remind: every letter that reached someone or, where the round told residents so
 * beforehand, only those not answered, with their codes as long as they are not sealed.
 */
export async function sendReminderSheet(
  request: Request,
  context: AppLoadContext,
  { by, round, format }: Omit<Exporting, 'batch'> & { readonly format: SheetFormat },
): Promise<Response> {
  const { db } = context.services;
  const isUnusedOnly = round.reminder === 'unused';
  const codes = (await listCodes(db, { roundId: round.id })).filter(
    ({ state }) => state === 'issued' || (state === 'used' && !isUnusedOnly),
  );
  const on = { type: 'round', id: round.id } as const;
  const detail = { to: round.reminder, letters: codes.length, as: format };
  await audit(context, db, { by, action: 'reminder.exported', on, detail });
  const name = `再度のお知らせ_${round.title}`;
  if (!isUnusedOnly) return sendSheet(reminderSheet(codes), name, format);
  const codeOf = await openCodes(context, round);
  return sendSheet(unusedSheet(codes, codeOf, publicOriginOf(context, request)), name, format);
}
