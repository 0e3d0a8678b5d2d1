import { Readable } from 'node:stream';
import { type AppLoadContext, createReadableStreamFromReadable } from '@remix-run/node';
import { codeSheet, reminderSheet, unusedSheet } from '#app/features/letters/code-sheet.server.ts';
import { formatSerial } from '#app/features/letters/format-serial.ts';
import {
  getReadableBatch,
  type LetterDetails,
  listLetterDetails,
  openCodes,
  publicOriginOf,
} from '#app/features/letters/letter-details.server.ts';
import {
  type LetterFacts,
  type LetterKind,
  type PrintedLetter,
  writeLetters,
} from '#app/features/letters/letter-document.server.ts';
import { type SheetFormat, sendSheet } from '#app/features/letters/letter-sheet.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { letterWords, stratumName } from '#app/i18n/ja/letters.ts';
import { formatDeadline } from '#app/i18n/ja/office.ts';
import { languageTags } from '#app/i18n/language-names.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { type AccessCode, listCodes } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { getPlan } from '#db/queries/plan.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import type { Round } from '#surveys/round/round.ts';
import { localize } from '#surveys/text.ts';

/** Writes the paper forms of letters, piece by piece. */
type FormWriter = (
  letters: readonly { readonly code: string; readonly imprint: string }[],
) => AsyncIterable<string>;

interface Exporting {
  readonly by: Account;
  readonly round: Round;
  readonly batch: string | undefined;
}

/** The codes of a batch in plain text; that someone took them is in the audit log first. */
async function takeLetters(
  context: AppLoadContext,
  { by, round, batch }: Exporting,
  as: 'letters' | 'forms' | SheetFormat,
): Promise<readonly LetterDetails[]> {
  const readable = await getReadableBatch(context, round, batch);
  const letters = await listLetterDetails(context, readable);
  const on = { type: 'round', id: round.id } as const;
  const detail = { batch: readable.batch, letters: letters.length, as };
  await audit(context.services, context.services.db, { by, action: 'codes.exported', on, detail });
  return letters;
}

/** The print-ready letters of a batch, streamed: thousands of pages never stand in memory at once. */
export async function sendLetters(
  request: Request,
  context: AppLoadContext,
  { styleHref, ...exporting }: Exporting & { readonly styleHref: string },
): Promise<Response> {
  const letters = await takeLetters(context, exporting, 'letters');
  const facts = await describeLetters(request, context, exporting.round, 'invitation');
  return streamLetters({ ...facts, styleHref }, letters);
}

async function describeLetters(
  request: Request,
  context: AppLoadContext,
  round: Round,
  kind: LetterKind,
): Promise<Omit<LetterFacts, 'styleHref'>> {
  const { questionnaire } = round;
  const plan = await getPlan(context.services.db, round.planId);
  return {
    kind,
    title: localize(questionnaire.title, 'ja'),
    wardOffice: plan.source.publisher,
    purpose: localize(questionnaire.purpose, 'ja'),
    until: `${formatDeadline(round.closesAt)}まで`,
    minutes: questionnaire.minutes,
    nQuestions: questionnaire.pages.flatMap(({ questions }) => questions).length,
    isDrawn: round.design === 'probability',
    isAnonymous: isAnonymous(round.audience),
    isDemo: round.isDemo,
    reminder: round.reminder,
    contact: localize(round.terms.contact, 'ja'),
    languageLines: availableLocales(questionnaire).flatMap((locale) => {
      const text = wordsOf(locale).letterLine;
      return text === null ? [] : [{ lang: languageTags[locale], text }];
    }),
    origin: publicOriginOf(context, request),
  };
}

/** The paper forms of a batch, each with its code, as `write` draws them. */
export async function sendCodedForms(
  context: AppLoadContext,
  { write, ...exporting }: Exporting & { readonly write: FormWriter },
): Promise<Response> {
  const letters = await takeLetters(context, exporting, 'forms');
  return streamDocument(
    write(
      letters.map(({ code, serial, stratum }) => ({
        code,
        imprint: letterWords.serial(formatSerial(serial), stratumName(stratum)),
      })),
    ),
  );
}

const streamLetters = (facts: LetterFacts, letters: readonly PrintedLetter[]): Response =>
  streamDocument(writeLetters(facts, letters));

function streamDocument(document: AsyncIterable<string>): Response {
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

interface Reminding {
  readonly by: Account;
  readonly round: Round;
}

/**
 * The letters to remind: every one that reached somebody or, where the round told residents so beforehand, only
 * those not answered. That someone took the list is in the audit log first.
 */
async function takeReminders(
  context: AppLoadContext,
  { by, round }: Reminding,
  as: 'letters' | SheetFormat,
): Promise<readonly AccessCode[]> {
  const { db } = context.services;
  const isUnusedOnly = round.reminder === 'unused';
  const codes = (await listCodes(db, { roundId: round.id })).filter(
    ({ state }) => state === 'issued' || (state === 'used' && !isUnusedOnly),
  );
  const on = { type: 'round', id: round.id } as const;
  const detail = { to: round.reminder, letters: codes.length, as };
  await audit(context.services, db, { by, action: 'reminder.exported', on, detail });
  return codes;
}

/** Reads codes again for those who have not answered; a reminder to everyone carries none. */
const reminderCodes = async (context: AppLoadContext, round: Round) =>
  round.reminder === 'unused' ? openCodes(context, round) : () => undefined;

/** The sheet of a reminder, with codes only where it goes to those who have not answered. */
export async function sendReminderSheet(
  request: Request,
  context: AppLoadContext,
  { format, ...reminding }: Reminding & { readonly format: SheetFormat },
): Promise<Response> {
  const { round } = reminding;
  const codes = await takeReminders(context, reminding, format);
  const name = `再度のお知らせ_${round.title}`;
  if (round.reminder === 'everyone') return sendSheet(reminderSheet(codes), name, format);
  const codeOf = await reminderCodes(context, round);
  return sendSheet(unusedSheet(codes, codeOf, publicOriginOf(context, request)), name, format);
}

/** The reminder as print-ready letters, one for every letter of its sheet. */
export async function sendReminderLetters(
  request: Request,
  context: AppLoadContext,
  { styleHref, ...reminding }: Reminding & { readonly styleHref: string },
): Promise<Response> {
  const { round } = reminding;
  const codes = await takeReminders(context, reminding, 'letters');
  const codeOf = await reminderCodes(context, round);
  const facts = await describeLetters(request, context, round, 'reminder');
  return streamLetters(
    { ...facts, styleHref },
    codes.map((code) => ({ serial: code.serial, stratum: code.stratum, code: codeOf(code) })),
  );
}
