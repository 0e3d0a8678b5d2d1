import { Furigana } from '#app/components/ui/furigana.tsx';
import type { LetterFacts } from '#app/fielding/codes/load-letter-facts.ts';
import type { Reminder } from '#app/fielding/codes/take-letters.ts';
import { formatSerial, letterWords, stratumName } from '#app/i18n/ja/letters.ts';
import { formatDeadline } from '#app/i18n/ja/office.ts';
import { languageTags } from '#app/i18n/language-names.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { drawOnce, writePrintDocument } from '#app/web/print-document.tsx';
import { drawQrCode } from '#app/web/qr-code.ts';
import { formatCode } from '#surveys/round/access-code.ts';

/** What a document of letters is made from: first letters, or ones that thank and ask once more. */
export interface LetterDocument extends LetterFacts {
  readonly kind: 'invitation' | 'reminder';
  /** Where residents reach the server. */
  readonly origin: string;
  readonly styleHref: string;
}

/** What differs from letter to letter. */
const places = ['imprint', 'code', 'qrBox', 'qrPath'] as const;
type PlaceOf = (name: (typeof places)[number]) => string;

/**
 * The letters as one document to print or to save as PDF: A4, one to a page, written in pieces. A letter without a
 * code points to the earlier one.
 */
export function writeLetters(document: LetterDocument, letters: readonly Reminder[]): AsyncGenerator<string> {
  const { kind, title, styleHref, origin } = document;
  const { name, printing } = letterWords;
  const head = {
    title: `${title} ${name[kind]}`,
    heading: `${name[kind]} ${letters.length.toLocaleString('ja-JP')}通`,
    note: printing,
    screenClass: 'screen-only',
    styleHref,
  };
  const drawLetter = (hasCode: boolean) =>
    drawOnce(places, (placeOf) => <Letter document={document} placeOf={placeOf} hasCode={hasCode} />);
  const [writeWithCode, writeWithout] = [drawLetter(true), drawLetter(false)] as const;
  return writePrintDocument(head, letters, ({ serial, stratum, code }) => {
    const { size, path } = drawQrCode(code === undefined ? `${origin}/c` : `${origin}/c/${code}`);
    const texts = {
      imprint: letterWords.serial(formatSerial(serial), stratumName(stratum)),
      code: code === undefined ? '' : formatCode(code),
      qrBox: `-4 -4 ${size + 8} ${size + 8}`,
      qrPath: path,
    };
    return code === undefined ? writeWithout(texts) : writeWithCode(texts);
  });
}

interface LetterProps {
  readonly document: LetterDocument;
  readonly placeOf: PlaceOf;
  readonly hasCode: boolean;
}

function Letter({ document, placeOf, hasCode }: LetterProps) {
  const { kind, contact } = document;
  const words = letterWords;
  return (
    <article className="letter">
      <p className="office">{document.wardOffice}</p>
      <h2>{words.heading[kind]}</h2>
      <p className="title">{document.title}</p>
      {document.isDemo && <p className="demo">デモ(見本)です。発送しないでください。</p>}
      {kind === 'reminder' && <p>{words.again[document.reminder]}</p>}
      <Facts document={document} />
      <Way origin={document.origin} placeOf={placeOf} hasCode={hasCode} />
      <p>{words.codeNote}</p>
      <Languages document={document} />
      <h3>{words.privacy}</h3>
      <p>{(document.isAnonymous ? words.private : words.attributed) + words[document.reminder]}</p>
      {contact !== '' && (
        <>
          <h3>{words.contact}</h3>
          <p>{contact}</p>
        </>
      )}
      <p className="serial">{placeOf('imprint')}</p>
    </article>
  );
}

function Facts({ document }: Pick<LetterProps, 'document'>) {
  const words = letterWords;
  return (
    <dl>
      <dt>{words.purpose}</dt>
      <dd>{document.purpose + (document.isDrawn ? ` ${words.drawn}` : '')}</dd>
      <dt>{words.until}</dt>
      <dd>{`${formatDeadline(document.closesAt)}まで`}</dd>
      <dt>{words.time}</dt>
      <dd>{words.timeValue(document.minutes, document.nQuestions)}</dd>
    </dl>
  );
}

/** How to answer: the QR code, the short address, the code where the letter carries it. */
function Way({ origin, placeOf, hasCode }: Omit<LetterProps, 'document'> & { readonly origin: string }) {
  const words = letterWords;
  return (
    <section className="how">
      <div>
        <h3>{words.how}</h3>
        <p>{words.scan}</p>
        <p>{hasCode ? words.orType : words.orOpen}</p>
        <p className="address">{`${origin}/c`}</p>
        {hasCode ? (
          <>
            <p className="code-label">{words.code}</p>
            <p className="code">{placeOf('code')}</p>
          </>
        ) : (
          <p>{words.earlierCode}</p>
        )}
      </div>
      <svg className="qr" viewBox={placeOf('qrBox')} role="img" aria-label="QR" shapeRendering="crispEdges">
        <path d={placeOf('qrPath')} />
      </svg>
    </section>
  );
}

/** What the letter says to those who read another language. */
function Languages({ document: { locales } }: Pick<LetterProps, 'document'>) {
  const lines = locales.flatMap((locale) => {
    const text = wordsOf(locale).letterLine;
    return text === null ? [] : [{ lang: languageTags[locale], text }];
  });
  if (lines.length === 0) return null;
  return (
    <ul className="languages">
      {lines.map(({ lang, text }) => (
        <li key={text} lang={lang}>
          <Furigana text={text} />
        </li>
      ))}
    </ul>
  );
}
