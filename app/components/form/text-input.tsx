import { Field, type FieldProps, fieldAttributes } from '#app/components/form/field.tsx';
import type { FormWords } from '#app/i18n/ja/form.ts';

interface TextInputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'password' | 'search';
  readonly defaultValue?: string | undefined;
  readonly inputMode?: 'numeric' | 'decimal';
  readonly autoComplete?: string;
  readonly words?: FormWords;
  /** Written after a short field: 人, 通, %. */
  readonly unit?: string;
}

export function TextInput({
  type = 'text',
  defaultValue,
  inputMode,
  autoComplete,
  unit,
  words,
  ...field
}: TextInputProps) {
  return (
    <Field {...field} {...(words && { words })}>
      <span className="flex items-center gap-2">
        <input
          {...fieldAttributes(field)}
          type={type}
          defaultValue={defaultValue}
          inputMode={inputMode}
          autoComplete={autoComplete ?? 'off'}
          className={unit === undefined ? 'input max-w-xl' : 'input max-w-40'}
        />
        {unit !== undefined && <span className="flex-none">{unit}</span>}
      </span>
    </Field>
  );
}

interface TextAreaProps extends FieldProps {
  readonly defaultValue?: string | undefined;
  readonly rows?: number;
}

export function TextArea({ defaultValue, rows = 5, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      <textarea {...fieldAttributes(field)} rows={rows} defaultValue={defaultValue} className="input" />
    </Field>
  );
}
