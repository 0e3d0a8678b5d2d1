import { z } from 'zod';
import { questionSchema } from '#surveys/questionnaire/kinds/schemas.ts';
import { codeSchema, conditionSchema } from '#surveys/questionnaire/question-base.ts';
import { localizedTextSchema } from '#surveys/text-schema.ts';

export type Question = z.infer<typeof questionSchema>;
export type QuestionKind = Question['kind'];
export type QuestionOfKind<K extends QuestionKind> = Extract<Question, { kind: K }>;

export const pageSchema = z.strictObject({
  id: codeSchema,
  title: localizedTextSchema,
  help: localizedTextSchema.optional(),
  showWhen: conditionSchema.optional(),
  questions: z.array(questionSchema).min(1),
});
export type Page = z.infer<typeof pageSchema>;

/**
 * Who counts in the denominator of an indicator. A response is out of the base when its value of the
 * measured question is in `outOfBase` (answer codes, or `not_asked`, `no_answer`, `refused`); every other
 * response is in it, and positive only with one of the measurement's positive codes.
 */
export const baseRuleSchema = z.strictObject({
  id: codeSchema,
  label: localizedTextSchema,
  outOfBase: z.array(codeSchema).min(1),
});
export type BaseRule = z.infer<typeof baseRuleSchema>;

const shareMeasurementSchema = z.strictObject({
  kind: z.literal('share'),
  indicator: codeSchema,
  question: codeSchema,
  positive: z.array(codeSchema).min(1),
  /** The first rule is the official one; the others are shown as alternatives. */
  baseRules: z.array(baseRuleSchema).min(1),
});

/** Mean over responses of the mean of the answered items of one response (a visit scored by a rubric). */
const meanMeasurementSchema = z.strictObject({
  kind: z.literal('mean'),
  indicator: codeSchema,
  items: z.array(codeSchema).min(1),
  baseRules: z.array(baseRuleSchema).length(1),
});

/** Sum over responses of a number question. */
const countMeasurementSchema = z.strictObject({
  kind: z.literal('count'),
  indicator: codeSchema,
  question: codeSchema,
  baseRules: z.array(baseRuleSchema).length(1),
});

/** What a question says about an indicator of the plan. */
export const measurementSchema = z.discriminatedUnion('kind', [
  shareMeasurementSchema,
  meanMeasurementSchema,
  countMeasurementSchema,
]);
export type Measurement = z.infer<typeof measurementSchema>;

export const audiences = [
  'residents',
  'visitors',
  'organisations',
  'mystery-shoppers',
  'event-participants',
  'ward-records',
] as const;
export type Audience = (typeof audiences)[number];

/** A composable part of a questionnaire: the pages that measure one indicator (or ask the profile). */
export const questionBlockSchema = z.strictObject({
  id: codeSchema,
  pages: z.array(pageSchema).min(1),
  measurements: z.array(measurementSchema),
});
export type QuestionBlock = z.infer<typeof questionBlockSchema>;

/** A ready-made questionnaire as stored in the catalogue: blocks by id, in order. */
export const questionnaireRecipeSchema = z.strictObject({
  id: codeSchema,
  version: z.int().min(1),
  title: localizedTextSchema,
  audience: z.enum(audiences),
  layout: z.enum(['pages', 'single']),
  minutes: z.int().min(1),
  purpose: localizedTextSchema,
  blocks: z.array(codeSchema).min(1),
});
export type QuestionnaireRecipe = z.infer<typeof questionnaireRecipeSchema>;

/** A whole questionnaire as fielded: self-contained, this is what a round freezes and hashes. */
export const questionnaireSchema = z.strictObject({
  id: codeSchema,
  version: z.int().min(1),
  title: localizedTextSchema,
  audience: z.enum(audiences),
  layout: z.enum(['pages', 'single']),
  minutes: z.int().min(1),
  purpose: localizedTextSchema,
  pages: z.array(pageSchema).min(1),
  measurements: z.array(measurementSchema),
});
export type Questionnaire = z.infer<typeof questionnaireSchema>;
