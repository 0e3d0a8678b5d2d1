import type { FormWords } from '#app/i18n/ja/form.ts';

interface FieldErrorProps {
  readonly id: string;
  readonly message: string | undefined;
  readonly words: FormWords;
}

export function FieldError({ id, message, words }: FieldErrorProps) {
  if (message === undefined) return null;
  return (
    <p id={id} className="field-error">
      <span className="sr-only">{words.error}</span>
      {message}
    </p>
  );
}
