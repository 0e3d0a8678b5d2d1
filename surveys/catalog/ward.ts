import { z } from 'zod';
import { codeSchema } from '#surveys/questionnaire/question-base.ts';
import { localizedTextSchema } from '#surveys/text-schema.ts';

/** A district that profile questions ask about, and how registers and population tables write it besides. */
const wardAreaSchema = z.strictObject({
  /** The answer's code in the profile question. */
  code: codeSchema,
  /** Beyond the code, the question's own labels and their usual variations. */
  spellings: z.array(z.string().min(1)).min(1),
});
export type WardArea = z.infer<typeof wardAreaSchema>;

/** What the software has to know of a ward beside its plans and its questions. */
export const wardSchema = z.strictObject({
  /** 全国地方公共団体コード without its check digit: prefecture and municipality. */
  code: z.string().regex(/^\d{5}$/, 'five digits in quotes: prefecture and municipality, no check digit'),
  /** With the city, as a log or a list of several cities' wards needs it. */
  fullName: z.string().min(1),
  /** As a sentence calls it, in every language of the residents' pages. */
  name: localizedTextSchema.required(),
  /** The ward office, which signs the pages. */
  office: z.string().min(1),
  areas: z.array(wardAreaSchema),
  /** Id of the plan that a demonstration copies. */
  demoPlan: codeSchema,
});
export type Ward = z.infer<typeof wardSchema>;

/** What pages call the ward. */
export type WardNames = Pick<Ward, 'name' | 'office'>;
