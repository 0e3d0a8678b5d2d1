import { Furigana } from '#app/components/ui/furigana.tsx';
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
      <span className="sr-only">
        <Furigana text={words.error} />
      </span>
      <Furigana text={message} />
    </p>
  );
}
