import { z } from 'zod';
import { designs } from '#surveys/round/round.ts';

const wholeNumber = z
  .string()
  .transform((text) => text.normalize('NFKC').replaceAll(',', '').trim())
  .pipe(z.string().regex(/^\d{0,9}$/, '半角の整数で入力してください。'))
  .transform((text) => (text === '' ? null : Number(text)))
  .pipe(z.number().min(1, '1以上の数を入力してください。').nullable());

/** `YYYY-MM-DDThh:mm` in Japanese time, as a UTC instant. */
const japaneseTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, '日付と時刻を入力してください。')
  .transform((text, context) => {
    const instant = new Date(`${text}:00+09:00`);
    if (Number.isNaN(instant.getTime())) {
      context.addIssue({ code: 'custom', message: '暦にある日付と時刻を入力してください。' });
      return z.NEVER;
    }
    return instant.toISOString();
  });

/** The form that launches a round, as checked on the server. */
export const launchFormSchema = z
  .strictObject({
    title: z
      .string()
      .trim()
      .min(1, '調査回の名前を入力してください。')
      .max(100, '100文字までで入力してください。'),
    planId: z.string().min(1, '計画を選んでください。'),
    fiscalYear: z
      .string()
      .regex(/^20\d\d$/, '年度を選んでください。')
      .transform(Number),
    questionnaireId: z.string().min(1, '調査票を選んでください。'),
    indicatorIds: z.array(z.string()),
    layout: z.enum(['pages', 'single'], { error: '画面の形を選んでください。' }),
    design: z.enum(designs, { error: '調査設計を選んでください。' }),
    populationSize: wholeNumber,
    nIssued: wholeNumber,
    opensAt: japaneseTime,
    closesAt: japaneseTime,
  })
  .superRefine((form, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (form.closesAt <= form.opensAt) refuse('closesAt', '終了は開始より後にしてください。');
    if (form.design === 'census' && form.populationSize === null) {
      refuse('populationSize', '全数調査では、対象の数を入力してください。');
    }
    if (form.populationSize !== null && form.nIssued !== null && form.nIssued > form.populationSize) {
      refuse('nIssued', '依頼する数は、対象の数以下にしてください。');
    }
  });

export type LaunchForm = z.output<typeof launchFormSchema>;

/** The fields as typed, so that a form with errors comes back as it was. */
export interface LaunchFields {
  readonly [field: string]: readonly string[];
}

export type LaunchFormResult =
  | { readonly ok: true; readonly form: LaunchForm }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const singleFields = [
  'title',
  'planId',
  'fiscalYear',
  'questionnaireId',
  'layout',
  'design',
  'populationSize',
  'nIssued',
  'opensAt',
  'closesAt',
] as const;

/** Checks a posted launch form; the first message of each field. */
export function parseLaunchForm(fields: LaunchFields): LaunchFormResult {
  const values = Object.fromEntries(singleFields.map((name) => [name, fields[name]?.[0] ?? '']));
  const result = launchFormSchema.safeParse({ ...values, indicatorIds: [...(fields.indicatorIds ?? [])] });
  if (result.success) return { ok: true, form: result.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of result.error.issues) errors[String(path[0])] ??= message;
  return { ok: false, errors };
}
