import { ChoiceRows } from '#app/components/form/choice-rows.tsx';
import type { KindFields } from '#app/components/form/kinds/kind-fields.ts';
import { GroupFrame, type QuestionFieldProps, valuesOf } from '#app/components/form/question-frame.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { listNumberedOptions } from '#surveys/questionnaire/kinds/index.ts';
import { notApplicable } from '#surveys/questionnaire/kinds/scale/rules.ts';
import { localize } from '#surveys/text.ts';

type ScaleQuestion = QuestionOfKind<'scale'>;

export const scaleFields: KindFields<ScaleQuestion> = {
  Field: (props) => (
    <GroupFrame {...props} role="radiogroup">
      <ScaleRows {...props} />
    </GroupFrame>
  ),
  Paper: PaperScale,
};

/** Points of a scale side by side, wrapping on a phone, with what its two ends mean above them. */
function ScaleRows(props: QuestionFieldProps<ScaleQuestion>) {
  const { question, locale, words } = props;
  const chosen = valuesOf(props);
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
          choices={[{ code: notApplicable, label: words.notApplicable }]}
          chosen={chosen}
        />
      )}
    </>
  );
}

/** The points between the words of their ends, and 「該当なし」 clearly outside of them. */
function PaperScale({ question }: { readonly question: ScaleQuestion }) {
  const { max, minLabel, maxLabel } = question;
  const options = listNumberedOptions(question);
  const others = options.filter(({ number }) => number > max);
  return (
    <div className="paper-scale">
      <p className="paper-points">
        <span>{minLabel.ja}</span>
        {options
          .filter(({ number }) => number <= max)
          .map(({ number, code }) => (
            <span key={code} className="paper-box">
              {number}
            </span>
          ))}
        <span>{maxLabel.ja}</span>
      </p>
      {others.map(({ number, code, label }) => (
        <p key={code} className="paper-apart">
          <span className="paper-box">{number}</span>
          {label}
        </p>
      ))}
    </div>
  );
}
