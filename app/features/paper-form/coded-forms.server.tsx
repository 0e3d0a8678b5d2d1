import { renderToStaticMarkup } from 'react-dom/server';
import type { PaperFormData } from '#app/features/paper-form/load-paper-form.server.ts';
import { PaperForm } from '#app/features/paper-form/paper-form.tsx';
import { codedFormWords } from '#app/i18n/ja/paper.ts';
import { escapeHtml, writePrintDocument } from '#app/web/print-document.ts';
import { formatCode } from '#surveys/round/access-code.ts';

/** Stand where code and imprint of a letter are put in; no text of a questionnaire holds them. */
const [codePlace, imprintPlace] = ['\uE000', '\uE001'];

/** What tells the forms of one letter and another apart, and that a form belongs into the envelope of a letter. */
export interface CodedLetter {
  readonly code: string;
  /** As the letter prints it in its corner: number and stratum or name. */
  readonly imprint: string;
}

/**
 * The paper forms of a batch of letters as one document, each with its code in print, so that nobody has to copy
 * fourteen characters. The form is drawn once, and written with one code after the other, in pieces.
 */
export function writeCodedForms(
  form: PaperFormData,
  { letters, styleHref }: { readonly letters: readonly CodedLetter[]; readonly styleHref: string },
): AsyncGenerator<string> {
  const heading = codedFormWords.heading(letters.length);
  const template = renderToStaticMarkup(
    <PaperForm form={{ ...form, letter: { code: codePlace, imprint: imprintPlace } }} />,
  );
  const head = {
    title: heading,
    heading,
    note: codedFormWords.printing,
    screenClass: 'paper-tools',
    styleHref,
  };
  return writePrintDocument(head, letters, ({ code, imprint }) =>
    template.replace(codePlace, formatCode(code)).replace(imprintPlace, () => escapeHtml(imprint)),
  );
}
