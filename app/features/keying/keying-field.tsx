import { FieldError } from '#app/components/form/field-error.tsx';
import { formWords } from '#app/i18n/ja/form.ts';

interface KeyingFieldProps {
  readonly name: string;
  readonly label: string;
  readonly inputMode?: 'numeric';
  readonly isFocused: boolean;
  readonly defaultValue: string | undefined;
  readonly error: string | undefined;
}

/** What stands in the head of a paper form: serial, batch, code, mark. */
export function KeyingField({ name, label, inputMode, isFocused, defaultValue, error }: KeyingFieldProps) {
  return (
    <div className="keying-field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        className="input"
        inputMode={inputMode}
        defaultValue={defaultValue}
        data-keyed="asked"
        // biome-ignore lint/a11y/noAutofocus: who keys a pile of forms begins each at its number, without the mouse.
        autoFocus={isFocused}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={error === undefined ? undefined : `${name}-error`}
      />
      <FieldError id={`${name}-error`} message={error} words={formWords} />
    </div>
  );
}
