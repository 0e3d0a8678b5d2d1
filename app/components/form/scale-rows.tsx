import { ChoiceRows } from '#app/components/form/choice-rows.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import type { FormWords } from '#app/i18n/ja/form.ts';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { type Locale, localize } from '#surveys/text.ts';

interface ScaleRowsProps {
  readonly question: QuestionOfKind<'scale'>;
  readonly locale: Locale;
  readonly chosen: readonly string[];
  readonly words: FormWords;
}

/** Points of a scale side by side, wrapping on a phone, with what its two ends mean above them. */
export function ScaleRows({ question, locale, chosen, words }: ScaleRowsProps) {
  const { id, min, max } = question;
  const ends = new Map([
    [min, localize(question.minLabel, locale)],
    [max, localize(question.maxLabel, locale)],
  ]);
  const points = Array.from({ length: max - min + 1 }, (_, step) => min + step);
  return (
    <>
      <p className="scale-ends" aria-hidden="true">
        <span>
          {min}: <Furigana text={ends.get(min) ?? ''} />
        </span>
        <span>
          {max}: <Furigana text={ends.get(max) ?? ''} />
        </span>
      </p>
      <div className="scale">
        {points.map((point) => (
          <label key={point} className="choice">
            <input type="radio" name={id} value={point} defaultChecked={chosen.includes(String(point))} />
            <span>
              {point}
              {ends.has(point) && (
                <span className="sr-only">
                  {' '}
                  <Furigana text={ends.get(point) ?? ''} />
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {question.allowsNotApplicable && (
        <ChoiceRows
          type="radio"
          name={id}
          choices={[{ code: 'not_applicable', label: words.notApplicable }]}
          chosen={chosen}
        />
      )}
    </>
  );
}
