import { z } from 'zod';
import { audiences } from '#surveys/questionnaire/definition.ts';
import { codeSchema } from '#surveys/questionnaire/question-base.ts';
import { isFiscalYear } from './fiscal-year.ts';
import { indicatorKinds, unitOfKind } from './indicator-kind.ts';
import { quoteSchema } from './quote.ts';

export const fiscalYearSchema = z.int().refine(isFiscalYear, 'a fiscal year is written in four digits');

/** A document of the ward that a text or a figure comes from. */
export const sourceDocumentSchema = z.strictObject({
  title: quoteSchema,
  publisher: quoteSchema,
  url: z.url().optional(),
});

const unitSchema = z.enum(Object.values(unitOfKind));

/** A target (目標): `value` is in its unit, 50 for 50 %, never 0.5. */
export const targetSchema = z.strictObject({
  operator: z.literal('>='),
  value: z.number().positive(),
  unit: unitSchema,
  dueFiscalYear: fiscalYearSchema,
});
export type Target = z.infer<typeof targetSchema>;

/** The official base rule in words; a questionnaire's measurement carries the rule of the same id. */
const baseRuleNoteSchema = z.strictObject({
  id: codeSchema,
  label: z.string().min(1),
  note: z.string().min(1),
});

/** A result the ward published: its own digits, since "3" and "3.0" claim different precision. */
export const publishedResultSchema = z.strictObject({
  fiscalYear: fiscalYearSchema,
  value: z.string().regex(/^\d+(\.\d+)?$/, 'a published value is a quoted decimal such as "51.3"'),
  unit: unitSchema,
  /** The base, where the ward published it. */
  n: z.int().positive().nullable(),
  source: sourceDocumentSchema,
});
export type PublishedResult = z.infer<typeof publishedResultSchema>;

/** What is measured (業績目標): wording as on the target slide, respondents, target, base, published results. */
export const indicatorSchema = z
  .strictObject({
    id: codeSchema,
    kind: z.enum(indicatorKinds),
    /** The roman numeral before the wording, where a section has several. */
    label: quoteSchema.optional(),
    wording: quoteSchema,
    /** The wording of the result slide, where it differs. */
    resultWordingVariant: quoteSchema.optional(),
    audience: z.enum(audiences),
    respondents: z.string().min(1),
    target: targetSchema,
    baseRule: baseRuleNoteSchema,
    excluded: z.strictObject({ reason: quoteSchema }).optional(),
    publishedResults: z.array(publishedResultSchema),
  })
  .superRefine((indicator, context) => {
    const unit = unitOfKind[indicator.kind];
    if (indicator.target.unit !== unit) {
      context.addIssue({
        code: 'custom',
        path: ['target', 'unit'],
        message: `a ${indicator.kind} is in ${unit}`,
      });
    }
    const years = new Set<number>();
    for (const [i, result] of indicator.publishedResults.entries()) {
      const path = ['publishedResults', i];
      if (result.unit !== unit) {
        context.addIssue({
          code: 'custom',
          path: [...path, 'unit'],
          message: `a ${indicator.kind} is in ${unit}`,
        });
      }
      if (years.has(result.fiscalYear)) {
        context.addIssue({
          code: 'custom',
          path: [...path, 'fiscalYear'],
          message: 'fiscal year given twice',
        });
      }
      years.add(result.fiscalYear);
    }
  });
export type Indicator = z.infer<typeof indicatorSchema>;
