import { Button } from '#app/components/form/button.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { CodeField } from '#app/features/answer/code-field.tsx';
import type { CodeRefusal } from '#app/features/answer/code-refusal.ts';
import { inLanguage } from '#app/features/answer/language.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';

interface StartFactsProps {
  readonly wardOffice: string;
  readonly purpose: string;
  readonly minutes: number;
  readonly nQuestions: number;
  readonly closesAt: string;
  readonly audience: Audience;
  readonly terms: {
    readonly contact: string;
    readonly voluntary: string;
    readonly proxy: string;
    readonly duplicates: string;
    readonly responsesKeptUntil: string;
  };
}

/** What a resident should know before the first question: who asks, why, how long, until when, what is kept. */
export function StartFacts({
  wardOffice,
  purpose,
  minutes,
  nQuestions,
  closesAt,
  audience,
  terms,
}: StartFactsProps) {
  const {
    answer: { start: words },
    startTerms: startTermsWords,
  } = useWords();
  const facts = [
    [words.why, purpose],
    [words.asks, wardOffice],
    [words.time, words.timeValue(minutes, nQuestions)],
    [words.until, words.untilValue(closesAt)],
    [startTermsWords.voluntary, terms.voluntary],
    [words.privacy, `${isAnonymous(audience) ? words.anonymous : words.attributed}${words.use}`],
    [startTermsWords.contact, terms.contact],
  ] as const;
  const details = [terms.proxy, terms.duplicates, startTermsWords.keptUntil(terms.responsesKeptUntil)];
  return (
    <>
      <dl className="my-6">
        {facts.map(([term, description]) => (
          <div key={term} className="border-b border-solid-gray-200 py-3">
            <dt className="font-700">
              <Furigana text={term} />
            </dt>
            <dd>
              <Furigana text={description} />
            </dd>
          </div>
        ))}
      </dl>
      <details className="my-6">
        <summary className="py-2.5 font-700">
          <Furigana text={startTermsWords.more} />
        </summary>
        {details.map((text) => (
          <p key={text}>
            <Furigana text={text} />
          </p>
        ))}
      </details>
    </>
  );
}

interface BeginWithCodeProps {
  readonly roundId: string;
  /** The QR code was read: the browser has the code already. */
  readonly isRead: boolean;
  readonly refusal: CodeRefusal | undefined;
}

/** Begins with the code of a letter, or goes on where its owner left off, on whatever device. */
export function BeginWithCodeForm(props: BeginWithCodeProps) {
  const { answer, code, locale } = useWords();
  return (
    <form method="post" noValidate action={inLanguage(`/s/${props.roundId}`, locale)}>
      <CodeEntryFields {...props} />
      <Button>
        <Furigana text={answer.start.begin} />
      </Button>
      <p className="mt-4 text-sm">
        <Furigana text={code.resumeNote} />
      </p>
    </form>
  );
}

/** The field for the code or, when the QR code was read, a line that says so. */
export function CodeEntryFields({ roundId, isRead, refusal }: BeginWithCodeProps) {
  const { code, locale } = useWords();
  if (!isRead || refusal) return <CodeField typed={refusal?.typed ?? ''} obstacle={refusal?.obstacle} />;
  return (
    <p className="mb-6">
      <Furigana text={code.read} />{' '}
      <a className="inline-block py-2.5" href={inLanguage(`/s/${roundId}`, locale)}>
        <Furigana text={code.typeInstead} />
      </a>
    </p>
  );
}

/** One button: begins, or goes on where this browser left off. */
export function BeginForm() {
  const { start } = useWords().answer;
  return (
    <form method="post">
      <Button>
        <Furigana text={start.begin} />
      </Button>
      <p className="mt-4 text-sm">
        <Furigana text={start.resumeNote} />
      </p>
    </form>
  );
}
