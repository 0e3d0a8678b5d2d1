import { Button } from '#app/components/form/button.tsx';
import { answerWords, isAnonymousAudience } from '#app/i18n/ja/answer.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';

interface StartFactsProps {
  readonly wardOffice: string;
  readonly purpose: string;
  readonly minutes: number;
  readonly nQuestions: number;
  readonly closesAt: string;
  readonly audience: Audience;
}

/** What a resident should know before the first question: who asks, why, how long, until when, what is kept. */
export function StartFacts({
  wardOffice,
  purpose,
  minutes,
  nQuestions,
  closesAt,
  audience,
}: StartFactsProps) {
  const words = answerWords.start;
  const facts = [
    [words.why, purpose],
    [words.asks, wardOffice],
    [words.time, words.timeValue(minutes, nQuestions)],
    [words.until, words.untilValue(closesAt)],
    [words.privacy, `${isAnonymousAudience(audience) ? words.anonymous : words.attributed}${words.use}`],
  ] as const;
  return (
    <dl className="my-6">
      {facts.map(([term, description]) => (
        <div key={term} className="border-b border-solid-gray-200 py-3">
          <dt className="font-700">{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One button: begins, or goes on where this browser left off. */
export function BeginForm() {
  return (
    <form method="post">
      <Button>{answerWords.start.begin}</Button>
      <p className="mt-4 text-sm">{answerWords.start.resumeNote}</p>
    </form>
  );
}
