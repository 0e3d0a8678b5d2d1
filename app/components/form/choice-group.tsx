import { ChoiceRows } from '#app/components/form/choice-rows.tsx';
import { FieldGroup, type FieldProps } from '#app/components/form/field.tsx';
import type { SelectOption } from '#app/components/form/select.tsx';

interface RadioGroupProps extends FieldProps {
  readonly options: readonly SelectOption[];
  readonly defaultValue?: string | undefined;
}

export function RadioGroup({ options, defaultValue, ...field }: RadioGroupProps) {
  const chosen = defaultValue === undefined ? [] : [defaultValue];
  return (
    <FieldGroup {...field}>
      <ChoiceRows type="radio" name={field.name} choices={toChoices(options)} chosen={chosen} />
    </FieldGroup>
  );
}

interface CheckboxGroupProps extends FieldProps {
  readonly options: readonly SelectOption[];
  readonly defaultValues?: readonly string[];
}

export function CheckboxGroup({ options, defaultValues = [], ...field }: CheckboxGroupProps) {
  return (
    <FieldGroup {...field}>
      <ChoiceRows type="checkbox" name={field.name} choices={toChoices(options)} chosen={defaultValues} />
    </FieldGroup>
  );
}

const toChoices = (options: readonly SelectOption[]) =>
  options.map(({ value, label }) => ({ code: value, label }));
