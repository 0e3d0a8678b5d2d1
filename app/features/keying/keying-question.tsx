import { FieldError } from '#app/components/form/field-error.tsx';
import { fieldsOfKind } from '#app/components/form/kinds/index.ts';
import { formWords } from '#app/i18n/ja/form.ts';
import { twoCirclesShort } from '#app/i18n/ja/paper.ts';
import { readKeyed } from '#surveys/paper/read-typed.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { listKeyingHints, listNumberedOptions, rulesOf } from '#surveys/questionnaire/kinds/index.ts';

interface KeyingQuestionProps {
  readonly number: number;
  readonly question: Question;
  /** False where the answers so far leave the question out: Enter passes it by. */
  readonly isAsked: boolean;
  /** The first field that has to be corrected, after an error. */
  readonly isFocused: boolean;
  readonly typed: string;
  readonly defaultValue: string | undefined;
  readonly error: string | undefined;
}

/** One question of a paper form: its numbers, a field, and what the typed number stands for. */
export function KeyingQuestion({
  number,
  question,
  isAsked,
  isFocused,
  typed,
  defaultValue,
  error,
}: KeyingQuestionProps) {
  const { id } = question;
  const hints = listKeyingHints(question);
  const { keyingRows = 1 } = fieldsOfKind(question);
  const field = {
    id,
    name: id,
    className: 'input',
    autoFocus: isFocused,
    defaultValue,
    'data-keyed': isAsked ? 'asked' : 'passed',
    'aria-invalid': error !== undefined || undefined,
    'aria-describedby': `${id}-echo${error === undefined ? '' : ` ${id}-error`}`,
  };
  return (
    <div className={isAsked ? 'keying-row' : 'keying-row keying-passed'}>
      <label htmlFor={id}>
        <b>問{number}</b> {question.text.ja}
        {!isAsked && '(対象外)'}
        {hints.length > 0 && (
          <span className="keying-options">
            {hints.map((words) => (
              <span key={words}>{words}</span>
            ))}
            {rulesOf(question).takesSeveral && <span>(いくつでも)</span>}
          </span>
        )}
      </label>
      {keyingRows > 1 ? (
        <textarea {...field} rows={keyingRows} />
      ) : (
        <input {...field} inputMode={listNumberedOptions(question).length > 0 ? 'numeric' : undefined} />
      )}
      <output id={`${id}-echo`} htmlFor={id} className="keying-echo">
        {echoOf(question, typed)}
      </output>
      <FieldError id={`${id}-error`} message={error} words={formWords} />
    </div>
  );
}

/** The words of the typed numbers, so that a slip is seen at once. */
function echoOf(question: Question, typed: string): string {
  const options = listNumberedOptions(question);
  if (options.length === 0 || typed.trim() === '') return '';
  const read = readKeyed(question, typed);
  if (!read.ok) return '選択肢にない番号です';
  if (read.values.length === 0) return '無回答';
  if (read.values.length > 1 && !rulesOf(question).takesSeveral) return twoCirclesShort;
  return read.values.map((code) => options.find((option) => option.code === code)?.label ?? '').join('、');
}
