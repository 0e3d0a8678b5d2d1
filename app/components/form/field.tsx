import type { ReactNode } from 'react';
import { FieldError } from '#app/components/form/field-error.tsx';
import { RequirementBadge } from '#app/components/form/requirement-badge.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { type FormWords, formWords } from '#app/i18n/ja/form.ts';

/** What every field of a staff form takes; the form field is named and identified by `name`. */
export interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly help?: string | undefined;
  /** What follows from what stands in the field now, below the help. */
  readonly note?: string | undefined;
  readonly error?: string | undefined;
}

/** Label, badge, help, then the field, then its error. */
export function Field({
  name,
  label,
  isRequired = false,
  help,
  note,
  error,
  words = formWords,
  children,
}: FieldProps & { readonly words?: FormWords; readonly children: ReactNode }) {
  return (
    <div className={error === undefined ? 'question' : 'question has-error'}>
      <label htmlFor={name} className="question-title">
        <Furigana text={label} />
        <RequirementBadge isRequired={isRequired} words={words} />
      </label>
      <FieldHelp name={name} help={help} note={note} />
      {children}
      <FieldError id={`${name}-error`} message={error} words={words} />
    </div>
  );
}

/** As `Field`, for several controls that answer one thing. */
export function FieldGroup({
  name,
  label,
  isRequired = false,
  help,
  note,
  error,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      className={error === undefined ? 'question' : 'question has-error'}
      aria-describedby={fieldAttributes({ name, help, note, error })['aria-describedby']}
    >
      <legend className="question-title">
        {label}
        <RequirementBadge isRequired={isRequired} words={formWords} />
      </legend>
      <FieldHelp name={name} help={help} note={note} />
      {children}
      <FieldError id={`${name}-error`} message={error} words={formWords} />
    </fieldset>
  );
}

function FieldHelp({ name, help, note }: Pick<FieldProps, 'name' | 'help' | 'note'>) {
  return (
    <>
      {help !== undefined && (
        <p id={`${name}-help`} className="help">
          <Furigana text={help} />
        </p>
      )}
      {note !== undefined && (
        <p id={`${name}-note`} className="help font-700">
          <Furigana text={note} />
        </p>
      )}
    </>
  );
}

/** Ties a control to its label, help and error. */
export function fieldAttributes({ name, isRequired, help, note, error }: Omit<FieldProps, 'label'>) {
  const describedBy = [
    help !== undefined && `${name}-help`,
    note !== undefined && `${name}-note`,
    error !== undefined && `${name}-error`,
  ]
    .filter((id) => id !== false)
    .join(' ');
  return {
    id: name,
    name,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error !== undefined || undefined,
    'aria-required': isRequired || undefined,
  };
}
