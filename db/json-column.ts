import type { z } from 'zod';

/**
 * The text of a JSON column, checked on the way in.
 * @throws {z.ZodError} when the value does not fit the schema
 */
export function writeJson<Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>): string {
  return JSON.stringify(schema.parse(value));
}

/**
 * The value of a JSON column, checked on the way out.
 * @throws {SyntaxError} when the text is not JSON
 * @throws {z.ZodError} when the value does not fit the schema
 */
export function readJson<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  return schema.parse(JSON.parse(text));
}
