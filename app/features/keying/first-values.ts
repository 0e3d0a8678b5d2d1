import type { KeyFormResult } from '#app/features/keying/key-form.server.ts';
import { keyingFields } from '#app/features/keying/keying-fields.ts';

/**
 * What stands in the fields of the next form: the typed values where something has to be mended, else the
 * serial after the last one, and the same batch.
 */
export function firstValues(result: KeyFormResult | undefined): { readonly [field: string]: string } {
  if (!result) return {};
  if (result.kind !== 'keyed') return result.values;
  return { [keyingFields.serial]: String(Number(result.serial) + 1), [keyingFields.batch]: result.batch };
}
