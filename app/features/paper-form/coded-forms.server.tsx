import { PaperForm } from '#app/features/paper-form/paper-form.tsx';
import type { PaperFormData } from '#app/features/paper-form/paper-form-data.ts';
import type { Letter } from '#app/fielding/codes/take-letters.ts';
import { formatSerial, letterWords, stratumName } from '#app/i18n/ja/letters.ts';
import { codedFormWords } from '#app/i18n/ja/paper.ts';
import { drawOnce, writePrintDocument } from '#app/web/print-document.tsx';
import { formatCode } from '#surveys/round/access-code.ts';

/**
 * The paper forms of a batch of letters as one document, each with its code in print, so that nobody has to copy
 * fourteen characters, and the imprint of the letter in whose envelope it belongs.
 */
export function writeCodedForms(
  form: PaperFormData,
  { letters, styleHref }: { readonly letters: readonly Letter[]; readonly styleHref: string },
): AsyncGenerator<string> {
  const heading = codedFormWords.heading(letters.length);
  const head = {
    title: heading,
    heading,
    note: codedFormWords.printing,
    screenClass: 'paper-tools',
    styleHref,
  };
  const write = drawOnce(['code', 'imprint'], (placeOf) => (
    <PaperForm form={{ ...form, letter: { code: placeOf('code'), imprint: placeOf('imprint') } }} />
  ));
  return writePrintDocument(head, letters, ({ code, serial, stratum }) =>
    write({
      code: formatCode(code),
      imprint: letterWords.serial(formatSerial(serial), stratumName(stratum)),
    }),
  );
}
