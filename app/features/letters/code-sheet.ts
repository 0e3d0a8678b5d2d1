import type { Letter, Reminder } from '#app/fielding/codes/take-letters.ts';
import { formatSerial, sheetHeads, stratumName } from '#app/i18n/ja/letters.ts';
import { formatDeadline } from '#app/i18n/ja/office.ts';
import { formatCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** A table of a sheet: heads, then rows; numbers stay numbers, everything else is text. */
export interface SheetTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The sheet for mail merge: one letter a row, with everything that differs between letters. */
export function codeSheet(
  round: Pick<Round, 'title' | 'closesAt'>,
  letters: readonly Letter[],
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
export const reminderSheet = (reminders: readonly Reminder[]): SheetTable => ({
  heads: [sheetHeads.serial, sheetHeads.stratum],
  rows: reminders.map(({ serial, stratum }) => [formatSerial(serial), stratumName(stratum)]),
});

/** The sheet for reminding those who did not answer: their codes once more, blank where they are sealed. */
export const unusedSheet = (reminders: readonly Reminder[], origin: string): SheetTable => ({
  heads: [sheetHeads.serial, sheetHeads.stratum, sheetHeads.code, sheetHeads.link],
  rows: reminders.map(({ serial, stratum, code }) => {
    const shown = code === undefined ? ['', ''] : [formatCode(code), `${origin}/c/${code}`];
    return [formatSerial(serial), stratumName(stratum), ...shown];
  }),
});
