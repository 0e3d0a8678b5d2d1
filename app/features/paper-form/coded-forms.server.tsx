import { renderToStaticMarkup } from 'react-dom/server';
import type { PaperFormData } from '#app/features/paper-form/load-paper-form.server.ts';
import { PaperForm } from '#app/features/paper-form/paper-form.tsx';
import { codedFormWords } from '#app/i18n/ja/paper.ts';
import { formatCode } from '#surveys/round/access-code.ts';

/** Stands where the code is put in; no text of a questionnaire holds it. */
const codePlace = '\uE000';

const formsPerPiece = 20;

/**
 * The paper forms of a batch of letters as one document, each with its code in print, so that nobody has to copy
 * fourteen characters. The form is drawn once, and written with one code after the other, in pieces.
 */
export async function* writeCodedForms(
  form: PaperFormData,
  { codes, styleHref }: { readonly codes: readonly string[]; readonly styleHref: string },
): AsyncGenerator<string> {
  const heading = codedFormWords.heading(codes.length);
  yield `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${heading}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><link rel="stylesheet" href="${styleHref}"></head><body><header class="paper-tools"><h1>${heading}</h1><p>${codedFormWords.printing}</p></header><main>`;
  const [before = '', after = ''] = renderToStaticMarkup(
    <PaperForm form={{ ...form, printedCode: codePlace }} />,
  ).split(codePlace);
  for (let start = 0; start < codes.length; start += formsPerPiece) {
    yield codes
      .slice(start, start + formsPerPiece)
      .map((code) => `${before}${formatCode(code)}${after}\n`)
      .join('');
    // Answers come first: other requests get their turn between the pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield '</main></body></html>';
}
