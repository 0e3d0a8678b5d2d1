import { codeWords } from '#app/i18n/ja/code.ts';
import type { Reminder } from '#surveys/round/round.ts';

/** In plain words: what is kept of a code and of answers, and who could still link them while fielding lasts. */
export function CodeNotes({ reminder }: { readonly reminder: Reminder }) {
  return (
    <details className="my-6">
      <summary className="min-h-11 py-2.5 font-700">{codeWords.kept.summary}</summary>
      <ul className="list-disc pl-6">
        {[...codeWords.kept.lines, codeWords.kept[reminder]].map((line) => (
          <li key={line} className="mt-2">
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}
