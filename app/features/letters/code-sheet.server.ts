import { formatSerial, type LetterDetails } from '#app/features/letters/letter-details.server.ts';
import type { SheetTable } from '#app/features/letters/letter-sheet.server.ts';
import { sheetHeads, stratumName } from '#app/i18n/ja/letters.ts';
import { formatDateTime } from '#app/i18n/ja/office.ts';
import type { AccessCode } from '#db/queries/access-code.ts';
import { formatCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** The sheet for mail merge: one letter a row, with everything that differs between letters. */
export function codeSheet(
  round: Pick<Round, 'title' | 'closesAt'>,
  letters: readonly LetterDetails[],
  origin: string,
): SheetTable {
  const { serial, stratum, code, link, entry, closesAt, title } = sheetHeads;
  return {
    heads: [serial, stratum, code, link, entry, closesAt, title],
    rows: letters.map((letter) => [
      formatSerial(letter.serial),
      stratumName(letter.stratum),
      formatCode(letter.code),
      `${origin}/c/${letter.code}`,
      `${origin}/c`,
      formatDateTime(round.closesAt),
      round.title,
    ]),
  };
}

/** The sheet for a reminder: which letters get one, by their numbers. */
export const reminderSheet = (codes: readonly AccessCode[]): SheetTable => ({
  heads: [sheetHeads.serial, sheetHeads.stratum],
  rows: codes.map(({ serial, stratum }) => [formatSerial(serial), stratumName(stratum)]),
});
