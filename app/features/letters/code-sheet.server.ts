import { formatSerial } from '#app/features/letters/format-serial.ts';
import type { LetterDetails } from '#app/features/letters/letter-details.server.ts';
import type { SheetTable } from '#app/features/letters/letter-sheet.server.ts';
import { sheetHeads, stratumName } from '#app/i18n/ja/letters.ts';
import { formatDeadline } from '#app/i18n/ja/office.ts';
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
      formatDeadline(round.closesAt),
      round.title,
    ]),
  };
}

/** The sheet for a reminder to everyone: which letters get one, by their numbers. */
export const reminderSheet = (codes: readonly AccessCode[]): SheetTable => ({
  heads: [sheetHeads.serial, sheetHeads.stratum],
  rows: codes.map(({ serial, stratum }) => [formatSerial(serial), stratumName(stratum)]),
});

/** The sheet for reminding those who did not answer: their codes once more, blank where they are sealed. */
export const unusedSheet = (
  codes: readonly AccessCode[],
  codeOf: (code: AccessCode) => string | undefined,
  origin: string,
): SheetTable => ({
  heads: [sheetHeads.serial, sheetHeads.stratum, sheetHeads.code, sheetHeads.link],
  rows: codes.map((entry) => {
    const code = codeOf(entry);
    const shown = code === undefined ? ['', ''] : [formatCode(code), `${origin}/c/${code}`];
    return [formatSerial(entry.serial), stratumName(entry.stratum), ...shown];
  }),
});
