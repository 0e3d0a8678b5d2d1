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

/** A text of one character or more; lines end as we store them, not as browsers send them. */
export const textField = (missing: string, maxLength: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll('\r\n', '\n'))
    .trim()
    .min(1, missing)
    .max(maxLength, `${maxLength}文字までで入力してください。`);

/**
 * Reads the fields that a schema names, as browsers send them: a list where it wants one, else the first value; an
 * absent field is empty. Fields it does not name are left alone. Of several messages about one field the first
 * counts.
 */
export function parseForm<Schema extends z.ZodObject>(
  schema: Schema,
  fields: URLSearchParams | TypedFields,
): FormResult<z.output<Schema>> {
  const sent = (name: string) =>
    fields instanceof URLSearchParams ? fields.getAll(name) : (fields[name] ?? []);
  const values = Object.entries(schema.shape).map(([name, field]) => [
    name,
    isList(field) ? [...sent(name)] : (sent(name)[0] ?? ''),
  ]);
  const result = schema.safeParse(Object.fromEntries(values));
  if (result.success) return { ok: true, form: result.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of result.error.issues) errors[path.join('-')] ??= message;
  return { ok: false, errors };
}

const isList = (field: unknown): boolean =>
  field instanceof z.ZodArray || (field instanceof z.ZodPipe && isList(field.in));

/**
 * The form that one of our own pages sends, where nothing in it is typed by hand (a button's name, a row's id).
 * @throws {Response} 400 for a form that no page of ours sends.
 */
export function getForm<Schema extends z.ZodObject>(
  schema: Schema,
  fields: URLSearchParams,
): z.output<Schema> {
  const parsed = parseForm(schema, fields);
  if (!parsed.ok) throw new Response(null, { status: 400 });
  return parsed.form;
}
