import { z } from 'zod';

/**
 * The part of a getStatsData answer (API 3.0, JSON) that is read. Its envelope gains fields without notice, so
 * unknown ones pass; what is read must be as documented. Lists of one element come without their brackets.
 */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item), item.transform((single) => [single])]);

const statusSchema = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

const classObjectSchema = z.object({
  '@id': z.string(),
  '@name': z.string(),
  CLASS: listOf(z.object({ '@code': z.string(), '@name': z.string(), '@unit': z.string().optional() })),
});
export type EStatClassObject = z.output<typeof classObjectSchema>;

/** A figure with the code of every dimension: `@cat01`, `@area`, `@time`, …; `$` is a count or a sign. */
const valueSchema = z.object({ $: z.string() }).catchall(z.string());
export type EStatValue = z.output<typeof valueSchema>;

const titleSchema = z.union([z.string(), z.object({ $: z.string() }).transform(({ $ }) => $)]);

const statisticalDataSchema = z.object({
  RESULT_INF: z.object({ TOTAL_NUMBER: z.int(), NEXT_KEY: z.int().optional() }),
  TABLE_INF: z.object({
    '@id': z.string(),
    STAT_NAME: titleSchema,
    STATISTICS_NAME: z.string(),
    TITLE: titleSchema,
  }),
  CLASS_INF: z.object({ CLASS_OBJ: listOf(classObjectSchema) }),
  DATA_INF: z.object({ VALUE: listOf(valueSchema) }),
});
export type EStatData = z.output<typeof statisticalDataSchema>;

/** What every answer has, also one that refuses. */
export const eStatResultSchema = z.object({
  GET_STATS_DATA: z.object({
    RESULT: z.object({ STATUS: statusSchema, ERROR_MSG: z.string().default('') }),
  }),
});

/** An answer that brings figures. */
export const eStatDataSchema = z.object({
  GET_STATS_DATA: z.object({ STATISTICAL_DATA: statisticalDataSchema }),
});
