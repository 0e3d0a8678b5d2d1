import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field, fieldAttributes } from '#app/components/form/field.tsx';
import { useWords } from '#app/components/ui/words-context.tsx';
import { codeObstacleMessage } from '#app/features/answer/code-refusal.ts';
import { control } from '#app/features/answer/control-fields.ts';
import type { CodeObstacle } from '#app/fielding/answer/enter-code.ts';

interface CodeFieldProps {
  readonly typed: string;
  readonly obstacle: CodeObstacle | undefined;
}

/** The field for a letter's code: big letters, no help from a keyboard that corrects words. */
export function CodeField({ typed, obstacle }: CodeFieldProps) {
  const words = useWords();
  const { label, help } = words.code;
  const error = obstacle && codeObstacleMessage(obstacle, words);
  const field = { name: control.code, label, isRequired: true, help, error };
  return (
    <Field {...field} words={words.form}>
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

/** Stands above the form when the code has to be put right. */
export function CodeErrorSummary({ obstacle }: Pick<CodeFieldProps, 'obstacle'>) {
  const words = useWords();
  if (obstacle === undefined) return null;
  const message = codeObstacleMessage(obstacle, words);
  return <ErrorSummary title={words.code.errorTitle} errors={[{ href: `#${control.code}`, message }]} />;
}
