import { formatSerial } from '#app/features/letters/format-serial.ts';
import { readFurigana } from '#app/i18n/furigana.ts';
import { letterWords, stratumName } from '#app/i18n/ja/letters.ts';
import { element, escapeHtml, writePrintDocument } from '#app/web/print-document.ts';
import { drawQrCode } from '#app/web/qr-code.ts';
import { formatCode } from '#surveys/round/access-code.ts';
import type { Reminder } from '#surveys/round/round.ts';

/** A first letter, or one that thanks and asks once more. */
export type LetterKind = 'invitation' | 'reminder';

/** What all letters of a round say alike. */
export interface LetterFacts {
  readonly kind: LetterKind;
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
  /** What the letter says to those who read another language, each line with its tag. */
  readonly languageLines: readonly { readonly lang: string; readonly text: string }[];
  readonly origin: string;
  readonly styleHref: string;
}

/** What one letter says of its own; without a code it points to the earlier letter's. */
export interface PrintedLetter {
  readonly serial: number;
  readonly stratum: string;
  readonly code: string | undefined;
}

/** The letters as one document to print or to save as PDF: A4, one to a page, written in pieces. */
export function writeLetters(facts: LetterFacts, letters: readonly PrintedLetter[]): AsyncGenerator<string> {
  const { kind, title, styleHref } = facts;
  const { name, printing } = letterWords;
  const head = {
    title: `${title} ${name[kind]}`,
    heading: `${name[kind]} ${letters.length.toLocaleString('ja-JP')}通`,
    note: printing,
    screenClass: 'screen-only',
    styleHref,
  };
  return writePrintDocument(head, letters, (letter) => renderLetter(facts, letter));
}

function renderLetter(facts: LetterFacts, letter: PrintedLetter): string {
  const { kind, contact } = facts;
  const words = letterWords;
  const privacy = [facts.isAnonymous ? words.private : words.attributed, words[facts.reminder]].join('');
  return `<article class="letter">${[
    element('p class="office"', facts.wardOffice),
    element('h2', words.heading[kind]),
    element('p class="title"', facts.title),
    facts.isDemo ? element('p class="demo"', 'デモ(見本)です。発送しないでください。') : '',
    kind === 'reminder' ? element('p', words.again[facts.reminder]) : '',
    renderFacts(facts),
    renderWay(facts, letter),
    element('p', words.codeNote),
    renderLanguages(facts),
    element('h3', words.privacy),
    element('p', privacy),
    contact === '' ? '' : `${element('h3', words.contact)}${element('p', contact)}`,
    element('p class="serial"', words.serial(formatSerial(letter.serial), stratumName(letter.stratum))),
  ].join('')}</article>`;
}

function renderFacts(facts: LetterFacts): string {
  const words = letterWords;
  const lines = [
    [words.purpose, facts.purpose + (facts.isDrawn ? ` ${words.drawn}` : '')],
    [words.until, facts.until],
    [words.time, words.timeValue(facts.minutes, facts.nQuestions)],
  ] as const;
  return `<dl>${lines.map(([term, text]) => element('dt', term) + element('dd', text)).join('')}</dl>`;
}

/** How to answer: the QR code, the short address, the code where the letter carries it. */
function renderWay({ origin }: LetterFacts, { code }: PrintedLetter): string {
  const words = letterWords;
  const { size, path } = drawQrCode(code === undefined ? `${origin}/c` : `${origin}/c/${code}`);
  const typed =
    code === undefined
      ? element('p', words.earlierCode)
      : element('p class="code-label"', words.code) + element('p class="code"', formatCode(code));
  return `<section class="how"><div>${[
    element('h3', words.how),
    element('p', words.scan),
    element('p', code === undefined ? words.orOpen : words.orType),
    element('p class="address"', `${origin}/c`),
    typed,
  ].join(
    '',
  )}</div><svg class="qr" viewBox="-4 -4 ${size + 8} ${size + 8}" role="img" aria-label="QR" shape-rendering="crispEdges"><path d="${path}"/></svg></section>`;
}

function renderLanguages({ languageLines }: LetterFacts): string {
  if (languageLines.length === 0) return '';
  const lines = languageLines.map(
    ({ lang, text }) => `<li lang="${escapeHtml(lang)}">${renderFurigana(text)}</li>`,
  );
  return `<ul class="languages">${lines.join('')}</ul>`;
}

const renderFurigana = (text: string): string =>
  readFurigana(text)
    .map((stretch) =>
      stretch.reading === null
        ? escapeHtml(stretch.text)
        : `<ruby>${escapeHtml(stretch.text)}<rp>(</rp><rt>${escapeHtml(stretch.reading)}</rt><rp>)</rp></ruby>`,
    )
    .join('');
