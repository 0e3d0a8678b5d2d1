import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field, fieldAttributes } from '#app/components/form/field.tsx';
import { control } from '#app/features/answer/control-fields.ts';
import { codeWords } from '#app/i18n/ja/code.ts';

interface CodeFieldProps {
  readonly typed: string;
  readonly error: string | undefined;
}

/** The field for a letter's code: big letters, no help from a keyboard that corrects words. */
export function CodeField({ typed, error }: CodeFieldProps) {
  const field = { name: control.code, label: codeWords.label, isRequired: true, help: codeWords.help, error };
  return (
    <Field {...field}>
      <input
        {...fieldAttributes(field)}
        className="input code-input"
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={60}
      />
    </Field>
  );
}

/** Stands above the form when the code has to be mended. */
export function CodeErrorSummary({ error }: { readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <ErrorSummary title={codeWords.errorTitle} errors={[{ href: `#${control.code}`, message: error }]} />
  );
}
