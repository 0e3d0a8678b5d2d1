import { z } from 'zod';
import { type Answers, type AnswerValue, answersSchema, answerTo } from '#surveys/response/answers.ts';

/** A paper form as one person keyed it: validated, pruned, and with what its envelope says. */
export const keyedEntrySchema = z.strictObject({
  answers: answersSchema,
  /** Stratum of the printed mark, where the form has no code. */
  stratum: z.string().min(1),
  /** Keyed hash of the form's access code; null for a form without one. */
  codeHash: z.string().nullable(),
});
export type KeyedEntry = z.infer<typeof keyedEntrySchema>;

/** Where two entries of one form differ: in a question, or in what the envelope says. */
export type EntryField =
  | { readonly kind: 'question'; readonly questionId: string }
  | { readonly kind: 'code' }
  | { readonly kind: 'stratum' };

/**
 * Where two entries of one form differ, the code and the stratum first, then the questions in the order given;
 * empty when they agree. Both entries were pruned, so what was keyed under a branch not taken does not differ.
 */
export function compareEntries(
  questionIds: readonly string[],
  left: KeyedEntry,
  right: KeyedEntry,
): readonly EntryField[] {
  const differences: EntryField[] = [];
  if (left.codeHash !== right.codeHash) differences.push({ kind: 'code' });
  if (left.stratum !== right.stratum) differences.push({ kind: 'stratum' });
  for (const questionId of listWrong(questionIds, left.answers, right.answers)) {
    differences.push({ kind: 'question', questionId });
  }
  return differences;
}

/** The questions whose keyed answer is not the settled one: the keying errors of one entry. */
export function listWrong(
  questionIds: readonly string[],
  keyed: Answers,
  settled: Answers,
): readonly string[] {
  return questionIds.filter((id) => !isSame(answerTo(keyed, id), answerTo(settled, id)));
}

function isSame(left: AnswerValue | undefined, right: AnswerValue | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
