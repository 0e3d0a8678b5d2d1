import { type FieldProps, fieldAttributes } from '#app/components/form/field.tsx';
import { FieldError } from '#app/components/form/field-error.tsx';
import { formWords } from '#app/i18n/ja/form.ts';

interface CheckboxProps extends FieldProps {
  readonly value?: string;
  readonly isChecked?: boolean;
}

/** One box that stands for itself: its label is the sentence agreed to. */
export function Checkbox({ value = 'on', isChecked = false, label, ...field }: CheckboxProps) {
  return (
    <div className={field.error === undefined ? 'question' : 'question has-error'}>
      <label className="choice">
        <input {...fieldAttributes(field)} type="checkbox" value={value} defaultChecked={isChecked} />
        <span>{label}</span>
      </label>
      {field.help !== undefined && (
        <p id={`${field.name}-help`} className="help">
          {field.help}
        </p>
      )}
      <FieldError id={`${field.name}-error`} message={field.error} words={formWords} />
    </div>
  );
}
