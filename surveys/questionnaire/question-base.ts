import { z } from 'zod';
import { localizedTextSchema } from '#surveys/text-schema.ts';

/** Ids of questions, options, pages: they end up in form fields, tables and CSV, so the alphabet is small. */
export const codeSchema = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/);

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

/** What every question has, whatever its kind. */
export const questionBase = {
  id: codeSchema,
  text: localizedTextSchema,
  help: localizedTextSchema.optional(),
  required: z.boolean(),
  showWhen: conditionSchema.optional(),
};
