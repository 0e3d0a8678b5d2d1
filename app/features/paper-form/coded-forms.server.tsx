import { renderToStaticMarkup } from 'react-dom/server';
import type { PaperFormData } from '#app/features/paper-form/load-paper-form.server.ts';
import { PaperForm } from '#app/features/paper-form/paper-form.tsx';
import { codedFormWords } from '#app/i18n/ja/paper.ts';
import { formatCode } from '#surveys/round/access-code.ts';

/** Stand where code and imprint of a letter are put in; no text of a questionnaire holds them. */
const [codePlace, imprintPlace] = ['\uE000', '\uE001'];

/** What tells the forms of one letter and another apart, and that a form belongs into the envelope of a letter. */
export interface CodedLetter {
  readonly code: string;
  /** As the letter prints it in its corner: number and stratum or name. */
  readonly imprint: string;
}

const formsPerPiece = 20;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeHtml = (text: string) => text.replace(/[&<>]/g, (character) => escapes[character] ?? character);

/**
 * The paper forms of a batch of letters as one document, each with its code in print, so that nobody has to copy
 * fourteen characters. The form is drawn once, and written with one code after the other, in pieces.
 */
export async function* writeCodedForms(
  form: PaperFormData,
  { letters, styleHref }: { readonly letters: readonly CodedLetter[]; readonly styleHref: string },
): AsyncGenerator<string> {
  const heading = codedFormWords.heading(letters.length);
  yield `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${heading}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><link rel="stylesheet" href="${styleHref}"></head><body><header class="paper-tools"><h1>${heading}</h1><p>${codedFormWords.printing}</p></header><main>`;
  const template = renderToStaticMarkup(
    <PaperForm form={{ ...form, letter: { code: codePlace, imprint: imprintPlace } }} />,
  );
  for (let start = 0; start < letters.length; start += formsPerPiece) {
    yield letters
      .slice(start, start + formsPerPiece)
      .map(({ code, imprint }) =>
        template.replace(codePlace, formatCode(code)).replace(imprintPlace, () => escapeHtml(imprint)),
      )
      .join('\n');
    // Answers come first: other requests get their turn between the pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield '</main></body></html>';
}
