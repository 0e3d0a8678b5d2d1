import { Field, type FieldProps, fieldAttributes } from '#app/components/form/field.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends FieldProps {
  readonly options: readonly SelectOption[];
  readonly defaultValue?: string | undefined;
  /** The first entry, which chooses nothing. */
  readonly emptyLabel?: string;
}

export function Select({ options, defaultValue, emptyLabel = '選んでください', ...field }: SelectProps) {
  return (
    <Field {...field}>
      <select {...fieldAttributes(field)} defaultValue={defaultValue ?? ''} className="input max-w-xl">
        <option value="">{emptyLabel}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
