import { z } from 'zod';
import { localizedTextSchema } from '#surveys/text-schema.ts';

/** Ids of questions, options, pages: they end up in form fields, tables and CSV, so the alphabet is small. */
export const codeSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/);

/** Values that are not an answer: screened out, left blank, 「答えたくない」. Reserved as answer codes. */
export const missingValues = ['not_asked', 'no_answer', 'refused'] as const;
export type MissingValue = (typeof missingValues)[number];

export const optionSchema = z.strictObject({
  code: codeSchema,
  label: localizedTextSchema,
  /** 「答えたくない」: tabulated as `refused`, never as an answer. */
  refused: z.literal(true).optional(),
  /** In a multiple choice: cannot be chosen together with another option (「特にない」). */
  exclusive: z.literal(true).optional(),
});
export type Option = z.infer<typeof optionSchema>;

/** A pure condition on earlier answers; a question that was not shown satisfies no `oneOf`. */
export type Condition =
  | { readonly question: string; readonly oneOf: readonly string[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ question: codeSchema, oneOf: z.array(codeSchema).min(1) }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

export const profileDimensions = ['sex', 'age', 'area'] as const;
export type ProfileDimension = (typeof profileDimensions)[number];

const questionBase = {
  id: codeSchema,
  text: localizedTextSchema,
  help: localizedTextSchema.optional(),
  required: z.boolean(),
  showWhen: conditionSchema.optional(),
};

const singleSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('single'),
  options: z.array(optionSchema).min(2),
  profile: z.enum(profileDimensions).optional(),
});

const multipleSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('multiple'),
  options: z.array(optionSchema).min(2),
  maxChoices: z.int().min(1).optional(),
});

/** Whole-number rating from `min` to `max`; the answer code is the number written out ("1" … "5"). */
const scaleSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('scale'),
  min: z.int(),
  max: z.int(),
  minLabel: localizedTextSchema,
  maxLabel: localizedTextSchema,
  /** Offers 「該当なし」 as the answer code `not_applicable`, which has no score. */
  allowsNotApplicable: z.literal(true).optional(),
});

const numberSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('number'),
  min: z.number(),
  max: z.number(),
  isInteger: z.boolean(),
  unit: localizedTextSchema.optional(),
});

const shortTextSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('short_text'),
  maxLength: z.int().min(1).max(200),
});

const longTextSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('long_text'),
  maxLength: z.int().min(1).max(4000),
});

export const questionSchema = z.discriminatedUnion('kind', [
  singleSchema,
  multipleSchema,
  scaleSchema,
  numberSchema,
  shortTextSchema,
  longTextSchema,
]);
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
