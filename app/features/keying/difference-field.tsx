import { useState } from 'react';
import { FieldError } from '#app/components/form/field-error.tsx';
import type { DifferenceWords, SideWords } from '#app/features/keying/describe-difference.ts';
import { choiceField, otherField, type TypedValues } from '#app/features/keying/keying-fields.ts';
import type { Choice } from '#app/fielding/paper/decide-differences.ts';
import { formWords } from '#app/i18n/ja/form.ts';

interface DifferenceFieldProps {
  readonly serial: string;
  readonly difference: DifferenceWords;
  /** What was sent before, where something has to be corrected. */
  readonly values: TypedValues;
  readonly error: string | undefined;
}

/** One field that differs: who was right, or what the paper says; nothing is chosen beforehand. */
export function DifferenceField({ serial, difference, values, error }: DifferenceFieldProps) {
  const { field, label, hints, left, right, input } = difference;
  const [choice, setChoice] = useState(values[choiceField(field)] ?? '');
  const [other, setOther] = useState(values[otherField(field)] ?? '');
  const id = `${serial}-${field}`;
  const choose = (chosen: Choice, side?: SideWords) => {
    setChoice(chosen);
    // A comment that is nearly right is corrected, not typed once more.
    const isUntouched = [left, right].some((one) => other === wordsOf(one)) || other === '';
    if (input === 'words' && side && isUntouched) setOther(wordsOf(side));
  };
  const type = (text: string) => {
    setOther(text);
    setChoice('other');
  };
  const radio = (value: Choice, words: string, side?: SideWords) => (
    <label className="choice">
      <input
        type="radio"
        name={choiceField(field)}
        value={value}
        checked={choice === value}
        onChange={() => choose(value, side)}
      />
      <span className="difference-words">{words}</span>
    </label>
  );
  const otherProps = {
    name: otherField(field),
    className: 'input',
    value: other,
    'aria-label': `${label} ${difference.other}`,
  };
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error === undefined ? 'question difference' : 'question difference has-error'}
      aria-describedby={error === undefined ? undefined : `${id}-error`}
    >
      <legend className="question-title">{label}</legend>
      <p className="keying-options">
        {hints.map((hint) => (
          <span key={hint}>{hint}</span>
        ))}
      </p>
      <div className="choices">
        {left.kind === 'value' && radio('first', `1人目の値: ${left.words}`, left)}
        {right.kind === 'value' && radio('second', `2人目の値: ${right.words}`, right)}
        <div className="difference-other">
          {radio('other', difference.other)}
          {input === 'words' ? (
            <textarea {...otherProps} rows={4} onChange={(event) => type(event.target.value)} />
          ) : (
            <input
              {...otherProps}
              inputMode={input === 'number' ? 'numeric' : undefined}
              onChange={(event) => type(event.target.value)}
            />
          )}
        </div>
        {radio('none', noneWords(difference))}
      </div>
      <FieldError id={`${id}-error`} message={error} words={formWords} />
    </fieldset>
  );
}

const wordsOf = (side: SideWords) => (side.kind === 'value' ? side.words : '');

/** The entry that left the field blank is named beside the choice that says so. */
function noneWords({ none, left, right }: DifferenceWords): string {
  const notes = [left, right].flatMap((side, index) => {
    if (side.kind === 'value') return [];
    return [`${index + 1}人目は${side.kind === 'blank' ? '空欄' : '対象外'}`];
  });
  return notes.length === 0 ? none : `${none}…${notes.join('、')}`;
}
