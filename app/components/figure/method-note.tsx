import { DefinitionList } from '#app/components/ui/definition-list.tsx';
import type { MethodNoteLine } from '#surveys/evaluation/method-note.ts';

/** How a figure was made, on request. */
export function MethodNote({ lines }: { readonly lines: readonly MethodNoteLine[] }) {
  return (
    <details className="print:hidden">
      <summary className="min-h-11 w-fit cursor-pointer py-2 text-key-900 underline">
        この数値の出し方
      </summary>
      <DefinitionList items={lines.map(({ term, text }) => ({ term, description: text }))} />
    </details>
  );
}
