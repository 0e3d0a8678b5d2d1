import { z } from 'zod';
import { codeSchema } from '#surveys/questionnaire/question-base.ts';
import { fiscalYearSchema, type Indicator, indicatorSchema, sourceDocumentSchema } from './indicator.ts';
import { quoteSchema } from './quote.ts';

/** One fiscal year's texts of a section; null where the source has none, which a page says. */
export const pdcaEntrySchema = z.strictObject({
  fiscalYear: fiscalYearSchema,
  /** 取組計画 (P, beside the targets). */
  plan: z.array(quoteSchema).min(1).nullable(),
  /** 実績 (D). */
  do: z.array(quoteSchema).min(1).nullable(),
  /** Captions of the pictures on the 実績 slide, where they are not the 実績 themselves. */
  captions: z.array(quoteSchema).min(1).optional(),
  /** 今年度反映した内容 (A). */
  act: z.array(quoteSchema).min(1).nullable(),
});
export type PdcaEntry = z.infer<typeof pdcaEntrySchema>;

/** めざす姿: what the section wants to be true, with the words that lead into the list, if any. */
export const visionSchema = z.strictObject({
  lead: quoteSchema.optional(),
  items: z.array(quoteSchema).min(1),
});

export const sectionSchema = z.strictObject({
  id: codeSchema,
  number: quoteSchema,
  title: quoteSchema,
  subItems: z.array(z.strictObject({ number: quoteSchema, text: quoteSchema })).min(1),
  vision: visionSchema,
  indicators: z.array(indicatorSchema).min(1),
  pdca: z.array(pdcaEntrySchema),
  /** Our own remarks on the source, above all where it is silent. */
  notes: z.array(z.string().min(1)),
});
export type Section = z.infer<typeof sectionSchema>;

/** The ward's own names for the parts of a sheet. */
const headingsSchema = z.strictObject({
  vision: quoteSchema,
  target: quoteSchema,
  plan: quoteSchema,
  do: quoteSchema,
  check: quoteSchema,
  act: quoteSchema,
});

/** A ward's plan (区政運営基本方針) with its sections, indicators and evaluation texts. */
export const planSchema = z
  .strictObject({
    id: codeSchema,
    title: quoteSchema,
    /** Shown beside the title everywhere, as 「デモ」. */
    label: quoteSchema.optional(),
    ward: z.strictObject({
      name: quoteSchema,
      code: z.string().regex(/^\d{6}$/, 'a ward code has six digits, the check digit included'),
    }),
    baseFiscalYear: fiscalYearSchema,
    targetFiscalYear: fiscalYearSchema,
    source: sourceDocumentSchema,
    headings: headingsSchema,
    interimNote: quoteSchema,
    parts: z
      .array(
        z.strictObject({ number: quoteSchema, title: quoteSchema, sections: z.array(sectionSchema).min(1) }),
      )
      .min(1),
  })
  .superRefine((plan, context) => {
    const refuse = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (plan.targetFiscalYear < plan.baseFiscalYear) {
      refuse(['targetFiscalYear'], 'the target year lies before the base year');
    }
    const ids = new Set<string>();
    for (const [p, part] of plan.parts.entries()) {
      for (const [s, section] of part.sections.entries()) {
        const path = ['parts', p, 'sections', s];
        for (const repeat of findRepeats(section.pdca.map(({ fiscalYear }) => fiscalYear))) {
          refuse([...path, 'pdca', repeat, 'fiscalYear'], 'fiscal year given twice');
        }
        // A section with one indicator may share its id ('1-1'), so the two kinds of ids are kept apart.
        if (ids.has(`section ${section.id}`)) refuse([...path, 'id'], `duplicate section id ${section.id}`);
        ids.add(`section ${section.id}`);
        for (const [i, { id }] of section.indicators.entries()) {
          if (ids.has(id)) refuse([...path, 'indicators', i, 'id'], `duplicate indicator id ${id}`);
          ids.add(id);
        }
      }
    }
  });
export type Plan = z.infer<typeof planSchema>;

function findRepeats(values: readonly number[]): readonly number[] {
  return values.flatMap((value, i) => (values.indexOf(value) < i ? [i] : []));
}

/** All sections of a plan in the order of the document. */
export function listSections(plan: Plan): readonly Section[] {
  return plan.parts.flatMap((part) => part.sections);
}

/** All indicators of a plan in the order of the document, the excluded ones too. */
export function listIndicators(plan: Plan): readonly Indicator[] {
  return listSections(plan).flatMap((section) => section.indicators);
}

/** The indicator with this id; undefined where the plan has none. */
export function findIndicator(plan: Plan, id: string): Indicator | undefined {
  return listIndicators(plan).find((indicator) => indicator.id === id);
}
