import { Furigana } from '#app/components/ui/furigana.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import type { Reminder } from '#surveys/round/round.ts';

/** In plain words: what is kept of a code and of answers, and who could still link them while fielding lasts. */
export function CodeNotes({ reminder }: { readonly reminder: Reminder }) {
  const { kept } = useWords().code;
  return (
    <details className="my-6">
      <summary className="min-h-11 py-2.5 font-700">
        <Furigana text={kept.summary} />
      </summary>
      <ul className="list-disc pl-6">
        {[...kept.lines, kept[reminder]].map((line) => (
          <li key={line} className="mt-2">
            <Furigana text={line} />
          </li>
        ))}
      </ul>
    </details>
  );
}
