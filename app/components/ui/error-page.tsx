import { Furigana } from '#app/components/ui/furigana.tsx';
import type { ErrorFrameWords, ErrorWords } from '#app/i18n/ja/errors.ts';

interface ErrorPageProps {
  readonly words: ErrorWords;
  readonly frame: ErrorFrameWords;
  /** Shown so that it can be told to the office; the log has the same one. */
  readonly faultId?: string | undefined;
}

/** Stands alone: whatever failed, this page needs no data. */
export function ErrorPage({ words, frame, faultId }: ErrorPageProps) {
  return (
    <main id="main" className="mx-auto max-w-2xl px-4 py-8">
      <h1 className="text-[1.75rem] leading-[1.4] font-700">
        <Furigana text={words.title} />
      </h1>
      <p className="mt-4">
        <Furigana text={words.whatHappened} />
      </p>
      <p className="mt-4">
        <Furigana text={words.whatToDo} />
      </p>
      {faultId && (
        <p className="mt-4">
          <Furigana text={frame.faultNumber} /> <strong>{faultId}</strong>
        </p>
      )}
      <p className="mt-8">
        <a href="/" className="inline-block py-2.5">
          <Furigana text={frame.toHome} />
        </a>
      </p>
    </main>
  );
}
