/** Every field of a form with its values, in the order they were sent. */
export function fieldsOf(form: URLSearchParams): Record<string, string[]> {
  const fields: Record<string, string[]> = Object.create(null);
  for (const [name, value] of form) {
    fields[name] ??= [];
    fields[name].push(value);
  }
  return fields;
}
