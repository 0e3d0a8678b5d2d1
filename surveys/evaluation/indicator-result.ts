import { z } from 'zod';
import { evidences } from '#surveys/aggregation/estimate/evidence.ts';
import { officialVerdicts } from './official.ts';

/** 速報値, 確定値, 公表値. */
export const resultStates = ['provisional', 'final', 'published'] as const;
export type ResultState = (typeof resultStates)[number];

/** Where a result comes from: the ward's own document, or a round of this platform. */
export const resultSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ward-record'), title: z.string(), url: z.string().optional() }),
  z.strictObject({
    kind: z.literal('round'),
    title: z.string(),
    roundId: z.string(),
    url: z.string().optional(),
  }),
]);
export type ResultSource = z.infer<typeof resultSourceSchema>;

/** Bounds on the scale of `value`; `level` 0–1. */
const intervalSchema = z.strictObject({
  lower: z.number(),
  upper: z.number(),
  level: z.number(),
  method: z.string(),
});

/** The figure weighted to the ward's population (参考の推計), beside the plain one. */
const weightedSchema = z.strictObject({
  /** On the scale of the plain value. */
  value: z.number(),
  display: z.string().min(1),
  interval: intervalSchema.nullable(),
  evidence: z.enum(evidences),
  /** Kish's effective n of the base. */
  effectiveN: z.number(),
  /** Kish's design effect of the base. */
  designEffect: z.number(),
});
export type WeightedResult = z.infer<typeof weightedSchema>;

/** The result of one indicator in one fiscal year, in the shape of the public API and of stored results. */
export const indicatorResultSchema = z.strictObject({
  /** Shares 0–1, means in points, counts in 件; null for an empty base. */
  value: z.number().nullable(),
  /** As shown, without its unit: "51.3"; for the ward's record its own digits ("3"). */
  display: z.string().min(1),
  /** The base; null where the source does not give it, or there is none (counts). */
  n: z.int().nonnegative().nullable(),
  state: z.enum(resultStates),
  source: resultSourceSchema,
  interval: intervalSchema.nullable(),
  official: z.enum(officialVerdicts),
  evidence: z.enum(evidences),
  /** Null where the round is not weighted to a population. */
  weighted: weightedSchema.nullable(),
  /** How the figure was made, in plain words; empty for the ward's own record, which does not say. */
  methodNote: z.array(z.strictObject({ term: z.string(), text: z.string() })),
});
export type IndicatorResult = z.infer<typeof indicatorResultSchema>;
