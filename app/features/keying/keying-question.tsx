import { FieldError } from '#app/components/form/field-error.tsx';
import { formWords } from '#app/i18n/ja/form.ts';
import { twoCirclesShort } from '#app/i18n/ja/paper.ts';
import { listNumberedOptions, listOptionWords } from '#surveys/paper/option-number.ts';
import { readKeyed } from '#surveys/paper/read-typed.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';

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
  const options = listOptionWords(question);
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
        {options.length > 0 && (
          <span className="keying-options">
            {options.map((words) => (
              <span key={words}>{words}</span>
            ))}
            {question.kind === 'multiple' && <span>(いくつでも)</span>}
          </span>
        )}
      </label>
      {question.kind === 'long_text' ? (
        <textarea {...field} rows={2} />
      ) : (
        <input {...field} inputMode={options.length > 0 ? 'numeric' : undefined} />
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
  if (read.values.length > 1 && question.kind !== 'multiple') return twoCirclesShort;
  return read.values.map((code) => options.find((option) => option.code === code)?.label ?? '').join('、');
}
