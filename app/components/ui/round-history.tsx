import { moverName, transitionNames } from '#app/i18n/ja/lifecycle.ts';
import { formatDateTime, stateNames } from '#app/i18n/ja/office.ts';
import type { RoundStep } from '#db/queries/round-step.ts';

/** What happened to a round so far: when, what, by whom, why. */
export function RoundHistory({ steps }: { readonly steps: readonly RoundStep[] }) {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="history-title" className="my-6">
      <h2 id="history-title" className="text-xl font-700">
        経過
      </h2>
      <ol className="mt-2">
        {steps.map(({ step, at, transition, to, actor, note }) => (
          <li key={step} className="border-b border-solid-gray-200 py-2">
            {formatDateTime(at)} <strong>{transitionNames[transition]}</strong>({moverName(actor)})→{' '}
            {stateNames[to]}
            {note !== '' && <p className="whitespace-pre-wrap text-solid-gray-700">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
