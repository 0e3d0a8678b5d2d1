import { z } from 'zod';

/** One margin of a case: which columns it crosses, and the population of each combination. */
const marginSchema = z.looseObject({
  by: z.array(z.string()),
  targets: z.array(z.looseObject({ key: z.array(z.union([z.string(), z.number()])), count: z.number() })),
});

const calibrationSchema = z.looseObject({
  method: z.string(),
  margins: z.array(marginSchema),
  epsilon: z.number().nullish(),
  maxit: z.number().nullish(),
  bounds: z.tuple([z.number(), z.number()]).nullish(),
  trim: z.tuple([z.number(), z.number()]).nullish(),
  lower: z.number().nullish(),
  upper: z.number().nullish(),
  strict: z.boolean().nullish(),
});
export type Calibration = z.infer<typeof calibrationSchema>;

const designSchema = z.looseObject({
  ids: z.string(),
  strata: z.string().nullish(),
  weights: z.string().nullish(),
  fpc: z.string().nullish(),
});
export type ReferenceDesign = z.infer<typeof designSchema>;

const conditionSchema = z.looseObject({
  column: z.string(),
  equals: z.union([z.string(), z.number(), z.boolean()]).optional(),
  notMissing: z.boolean().optional(),
});
export type DomainCondition = z.infer<typeof conditionSchema>;

const oneOrTwo = z.union([z.number(), z.array(z.number())]);

const inputSchema = z.looseObject({
  x: oneOrTwo.optional(),
  n: oneOrTwo.optional(),
  N: z.number().optional(),
  level: z.number().optional(),
  p0: z.number().optional(),
  alternative: z.enum(['two.sided', 'greater', 'less']).optional(),
  correct: z.boolean().optional(),
  values: z.array(z.number()).optional(),
  data: z.union([z.string(), z.array(z.string())]).optional(),
  rowFilter: z.string().nullish(),
  design: designSchema.nullish(),
  calibration: calibrationSchema.nullish(),
  variable: z.string().optional(),
  variables: z.array(z.string()).optional(),
  group: z.string().optional(),
  domain: z.array(conditionSchema).nullish(),
  df: z.union([z.number(), z.string()]).optional(),
  by: z.string().optional(),
  rows: z.string().optional(),
  columns: z.string().optional(),
  lonelyPsu: z.string().optional(),
});

const caseSchema = z.looseObject({
  id: z.string(),
  family: z.string(),
  method: z.string(),
  kind: z.enum(['value', 'behaviour']),
  input: inputSchema,
  expected: z.record(z.string(), z.unknown()),
  tol: z.looseObject({
    rel: z.number(),
    abs: z.number(),
    keys: z.record(z.string(), z.number()).optional(),
  }),
});
export type ReferenceCase = z.infer<typeof caseSchema>;

const fileSchema = z.looseObject({ schema: z.literal('survey-reference/1'), cases: z.array(z.unknown()) });
const nameSchema = z.looseObject({ id: z.string(), family: z.string() });

export interface ReferenceFile {
  readonly cases: readonly ReferenceCase[];
  /** Cases whose input this reader does not know: skipped by name, the others still run. */
  readonly unreadable: readonly { readonly id: string; readonly family: string; readonly reason: string }[];
}

/** Reads a file of cases; throws when it is not one at all. */
export function parseReferenceFile(text: string): ReferenceFile {
  const cases: ReferenceCase[] = [];
  const unreadable: { id: string; family: string; reason: string }[] = [];
  for (const entry of fileSchema.parse(JSON.parse(text)).cases) {
    const parsed = caseSchema.safeParse(entry);
    if (parsed.success) cases.push(parsed.data);
    else
      unreadable.push({
        ...nameSchema.parse(entry),
        reason: `unreadable: ${parsed.error.issues[0]?.message}`,
      });
  }
  return { cases, unreadable };
}

/** Where a case leaves what the engine does: it is counted as skipped, by this name, never as passed. */
export class UnsupportedCase extends Error {}
