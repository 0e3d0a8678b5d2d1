import { drawQrCode } from '#app/.server/qr-code.ts';
import { formatSerial, type LetterDetails } from '#app/features/letters/letter-details.server.ts';
import { letterWords, stratumName } from '#app/i18n/ja/letters.ts';
import { formatCode } from '#surveys/round/access-code.ts';
import type { Reminder } from '#surveys/round/round.ts';

/** What all letters of a round say alike. */
export interface LetterFacts {
  readonly title: string;
  readonly wardOffice: string;
  readonly purpose: string;
  readonly until: string;
  readonly minutes: number;
  readonly nQuestions: number;
  readonly isDrawn: boolean;
  readonly isAnonymous: boolean;
  readonly isDemo: boolean;
  readonly reminder: Reminder;
  readonly contact: string;
  readonly origin: string;
  readonly styleHref: string;
}

const lettersPerPiece = 20;

/** The letters as one document to print or to save as PDF: A4, one to a page, written in pieces. */
export async function* writeLetters(
  facts: LetterFacts,
  letters: readonly LetterDetails[],
): AsyncGenerator<string> {
  yield head(facts, letters.length);
  for (let start = 0; start < letters.length; start += lettersPerPiece) {
    yield letters
      .slice(start, start + lettersPerPiece)
      .map((letter) => renderLetter(facts, letter))
      .join('');
    // Answers come first: other requests get their turn between the pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
  yield '</main></body></html>';
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

function head({ title, styleHref }: LetterFacts, nLetters: number): string {
  return `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>${escapeHtml(title)} 依頼状</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><link rel="stylesheet" href="${escapeHtml(styleHref)}"></head><body><header class="screen-only"><h1>依頼状 ${nLetters.toLocaleString('ja-JP')}通</h1><p>すべて表示されるまで待ってから、ブラウザーの「印刷」(Ctrl+P)を選んでください。送信先に「PDFに保存」を選ぶと、PDFになります。用紙はA4縦、倍率は100%です。回答コードが載っていますので、印刷した後はこの画面を閉じてください。</p></header><main>`;
}

function renderLetter(facts: LetterFacts, { serial, stratum, code }: LetterDetails): string {
  const words = letterWords;
  const printed = formatCode(code);
  const { size, path } = drawQrCode(`${facts.origin}/c/${code}`);
  const text = (value: string) => escapeHtml(value);
  const fact = (term: string, value: string) => `<dt>${text(term)}</dt><dd>${text(value)}</dd>`;
  const privacy = [facts.isAnonymous ? words.private : '', words[facts.reminder]].join('');
  return `<article class="letter"><p class="office">${text(facts.wardOffice)}</p><h2>${text(words.heading)}</h2><p class="title">${text(facts.title)}</p>${facts.isDemo ? '<p class="demo">デモ(見本)です。発送しないでください。</p>' : ''}<dl>${fact(words.purpose, facts.purpose + (facts.isDrawn ? ` ${words.drawn}` : ''))}${fact(words.until, facts.until)}${fact(words.time, words.timeValue(facts.minutes, facts.nQuestions))}</dl><section class="how"><div><h3>${text(words.how)}</h3><p>${text(words.scan)}</p><p>${text(words.orType)}</p><p class="address">${text(facts.origin)}/c</p><p class="code-label">${text(words.code)}</p><p class="code">${text(printed)}</p></div><svg class="qr" viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label="QR" shape-rendering="crispEdges"><path d="${path}"/></svg></section><p>${text(words.codeNote)}</p><h3>${text(words.privacy)}</h3><p>${text(privacy)}</p>${facts.contact === '' ? '' : `<h3>${text(words.contact)}</h3><p>${text(facts.contact)}</p>`}<p class="serial">${text(words.serial(formatSerial(serial), stratumName(stratum)))}</p></article>\n`;
}
