/**
 * JSON with the keys of every object in code-unit order and no white space, so that equal content is equal
 * text on any machine; keys holding undefined are left out, as JSON does.
 * @example formatCanonicalJson({ b: 1, a: undefined }) // '{"b":1}'
 */
export function formatCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatCanonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${formatCanonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
