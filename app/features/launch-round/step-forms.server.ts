import { z } from 'zod';
import type { AudienceValues, QuestionnaireValues, ScheduleValues } from '#app/fielding/rounds/save-step.ts';
import {
  dayField,
  type FormResult,
  japaneseTimeField,
  parseForm,
  type TypedFields,
  textField,
} from '#app/web/form.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import { reminders } from '#surveys/round/round.ts';
import { modes } from '#surveys/round/setup.ts';

const questionnaireSchema = z.strictObject({
  title: textField('調査回の名前を入力してください。', 100),
  planId: z.string().min(1, '計画を選んでください。'),
  fiscalYear: z
    .string()
    .regex(/^20\d\d$/, '年度を選んでください。')
    .transform(Number),
  layout: z.enum(['pages', 'single'], { error: '画面の形を選んでください。' }),
  indicatorIds: z.array(z.string()).min(1, '指標を1つ以上選んでください。'),
});

/** What the round measures and what it is called. */
export function parseQuestionnaireStep(fields: TypedFields): FormResult<QuestionnaireValues> {
  return parseForm(questionnaireSchema, fields);
}

const audienceSchema = z.strictObject({
  mode: z.enum(modes, { error: '依頼のしかたを選んでください。' }),
  reminder: z
    .enum(['', ...reminders], { error: '督促のしかたを選んでください。' })
    .transform((chosen) => chosen || 'everyone'),
});

/** Whom the round asks and how they are reached. */
export function parseAudienceStep(fields: TypedFields): FormResult<AudienceValues> {
  return parseForm(audienceSchema, fields);
}

const scheduleSchema = z
  .strictObject({
    opensAt: japaneseTimeField,
    closesAt: japaneseTimeField,
    contact: textField('問い合わせ先を入力してください。', 200),
    proxy: textField('代理回答について入力してください。', 400),
    duplicates: textField('重複した回答の扱いを入力してください。', 400),
    nonResponse: textField('回答しない場合について入力してください。', 400),
    paperKeptUntil: dayField,
    responsesKeptUntil: dayField,
  })
  .superRefine(({ opensAt, closesAt, paperKeptUntil, responsesKeptUntil }, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (closesAt <= opensAt) refuse('closesAt', '終了は開始より後にしてください。');
    const lastDay = japaneseDayOf(closesAt);
    const message = '受付終了より後の日にしてください。';
    if (paperKeptUntil <= lastDay) refuse('paperKeptUntil', message);
    if (responsesKeptUntil <= lastDay) refuse('responsesKeptUntil', message);
  });

/** When the round is open, and what it promises. */
export function parseScheduleStep(fields: TypedFields): FormResult<ScheduleValues> {
  return parseForm(scheduleSchema, fields);
}
