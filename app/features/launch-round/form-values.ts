import { z } from 'zod';
import { parseJapaneseTime } from '#surveys/round/japanese-time.ts';

/** The fields of a form as typed, so that a form with errors comes back as it was. */
export interface TypedFields {
  readonly [field: string]: readonly string[];
}

/** Messages by field. */
export interface FieldErrors {
  readonly [field: string]: string;
}

export type FormResult<Form> =
  | { readonly ok: true; readonly form: Form }
  | { readonly ok: false; readonly errors: FieldErrors };

/** A number as people type it: full-width digits, commas, spaces around it. */
const asTyped = z.string().transform((text) => text.normalize('NFKC').replaceAll(',', '').trim());

/** A count of people or letters, from 1; null when left empty. */
export const countField = asTyped
  .pipe(z.string().regex(/^\d{0,9}$/, '整数で入力してください。'))
  .transform((text) => (text === '' ? null : Number(text)))
  .pipe(z.number().min(1, '1以上の数を入力してください。').nullable());

/** A percentage between two bounds, as 0–1. */
export const percentField = (smallest: number, largest: number) => {
  const message = `${smallest}から${largest}までの数で入力してください。`;
  return asTyped
    .pipe(z.string().regex(/^\d{1,3}(\.\d{1,2})?$/, message))
    .transform(Number)
    .pipe(z.number().min(smallest, message).max(largest, message))
    .transform((percent) => percent / 100);
};

/** `YYYY-MM-DDThh:mm` in Japanese time, as a UTC instant. */
export const japaneseTimeField = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, '日付と時刻を入力してください。')
  .transform((text, context) => {
    const instant = parseJapaneseTime(text);
    if (instant === undefined) {
      context.addIssue({ code: 'custom', message: '暦にある日付と時刻を入力してください。' });
      return z.NEVER;
    }
    return instant;
  });

export const dayField = z.iso.date('暦にある日付を入力してください。');

/** A text of one character or more. */
export const textField = (missing: string, maxLength: number) =>
  z.string().trim().min(1, missing).max(maxLength, `${maxLength}文字までで入力してください。`);

/** Checks values against a schema; of several messages about one field the first counts. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  values: unknown,
): FormResult<z.output<Schema>> {
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, form: result.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of result.error.issues) errors[path.join('-')] ??= message;
  return { ok: false, errors };
}

/** The first value of each field named; an absent one is empty. */
export function firstValues<Name extends string>(
  fields: TypedFields,
  names: readonly Name[],
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, fields[name]?.[0] ?? ''])) as Record<Name, string>;
}
