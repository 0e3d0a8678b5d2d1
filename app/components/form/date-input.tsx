import { Field, type FieldProps, fieldAttributes } from '#app/components/form/field.tsx';

interface DateInputProps extends FieldProps {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDThh:mm` with a time. */
  readonly defaultValue?: string | undefined;
  readonly hasTime?: boolean;
}

/** The browser's own date field: it brings a calendar, a keyboard way and the reader's language. */
export function DateInput({ defaultValue, hasTime = false, ...field }: DateInputProps) {
  return (
    <Field {...field}>
      <input
        {...fieldAttributes(field)}
        type={hasTime ? 'datetime-local' : 'date'}
        defaultValue={defaultValue}
        className="input max-w-72"
      />
    </Field>
  );
}
