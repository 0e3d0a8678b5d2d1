import { z } from 'zod';
import { answerErrorSchema } from '#surveys/questionnaire/kinds/schemas.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';

const index = z.int().min(0);
const count = z.int().min(0);

/** A column of a sheet: where it stands, from 0 on, and what it holds. */
const sheetColumnSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('own'), index, holds: z.enum(['serial', 'code', 'stratum']) }),
  z.strictObject({ kind: z.literal('question'), index, number: z.int().min(1) }),
  /** Known by the heading that it has and that means nothing, or something for the second time. */
  z.strictObject({ kind: z.literal('headed'), index, heading: z.string() }),
  z.strictObject({ kind: z.literal('bare'), index }),
  /** The column that a question should have and has not. */
  z.strictObject({ kind: z.literal('missing'), number: z.int().min(1) }),
  /** In the words of the version that wrote it. */
  z.strictObject({ kind: z.literal('told'), text: z.string() }),
]);
export type SheetColumn = Readonly<z.infer<typeof sheetColumnSchema>>;

/** Why a file cannot be read as a sheet. */
const fileFaultSchema = z.strictObject({
  kind: z.enum([
    'empty_file',
    'locked_or_old_workbook',
    'not_a_workbook',
    'workbook_without_sheet',
    'unreadable_workbook',
    'unreadable_cell_name',
    'too_much_text',
    'broken_csv',
  ]),
});
export type FileFault = Readonly<z.infer<typeof fileFaultSchema>>;

/** Why what a cell holds is not what a clerk sees in it; cells and ranges by their names (`B7`, `A2:A3`). */
const cellFaultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('merged_cells'), range: z.string() }),
  z.strictObject({ kind: z.literal('formula_without_value'), cell: z.string() }),
  z.strictObject({ kind: z.literal('error_value'), cell: z.string(), value: z.string() }),
  z.strictObject({ kind: z.literal('date_or_time'), cell: z.string() }),
]);
export type CellFault = Readonly<z.infer<typeof cellFaultSchema>>;

/** What is wrong with the first line of a sheet. */
const headingProblemSchema = z.strictObject({
  kind: z.enum(['not_a_heading', 'missing_column', 'unknown_column', 'repeated_column']),
});
export type HeadingProblemKind = z.infer<typeof headingProblemSchema>['kind'];

const codeProblemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['empty', 'mistyped']) }),
  z.strictObject({ kind: z.literal('unknown_character'), character: z.string() }),
  z.strictObject({ kind: z.literal('wrong_length'), nTyped: count }),
]) satisfies z.ZodType<CodeProblem, CodeProblem>;

/** Why a cell cannot be taken. */
const cellReasonSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['ambiguous', 'unknown_stratum', 'not_a_serial', 'no_code_asked', 'too_many_cells']),
  }),
  z.strictObject({ kind: z.literal('bad_answer'), error: answerErrorSchema }),
  z.strictObject({ kind: z.literal('bad_code'), problem: codeProblemSchema }),
]);
export type CellReason = Readonly<z.infer<typeof cellReasonSchema>>;

/** Why rows that are good by themselves cannot go in together, or not any more. */
const conflictSchema = z.strictObject({
  kind: z.enum([
    'repeated_in_file',
    'keyed',
    'accepted_before',
    /** A row without a serial that came with the same file before. */
    'imported_before',
    'code_repeated',
    'code_used',
    'code_refused',
    'not_open',
  ]),
});
export type ConflictKind = z.infer<typeof conflictSchema>['kind'];

const reasonSchema = z.discriminatedUnion('kind', [
  fileFaultSchema,
  cellFaultSchema,
  headingProblemSchema,
  cellReasonSchema,
  conflictSchema,
  z.strictObject({ kind: z.literal('too_many_rows'), maximum: count }),
  z.strictObject({ kind: z.literal('no_rows') }),
  /** The software failed, not the sheet. */
  z.strictObject({ kind: z.literal('failed') }),
  /** In the words of the version that wrote it. */
  z.strictObject({ kind: z.literal('told'), text: z.string() }),
]);
export type ImportReason = Readonly<z.infer<typeof reasonSchema>>;

/** Something wrong with a sheet, as it is stored: which row and column, and why. */
export const importProblemSchema = z.strictObject({
  /** As the spreadsheet numbers it; null where it is about the whole sheet. */
  row: z.int().min(1).nullable(),
  /** Null where it is about no column, or could be about either of two. */
  column: sheetColumnSchema.nullable(),
  reason: reasonSchema,
});
export type ImportProblem = Readonly<z.infer<typeof importProblemSchema>>;
