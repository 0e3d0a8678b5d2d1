import { z } from 'zod';
import { plainWords } from '#surveys/paper/plain-text.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { type Pages, visiblePages } from '#surveys/questionnaire/visibility.ts';
import { type Answers, type AnswerValue, answerTo } from '#surveys/response/answers.ts';
import { answersSchema } from '#surveys/response/answers-schema.ts';
import { isFreeText } from '#surveys/response/separate-texts.ts';

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
 * empty when they agree. Free texts agree when `plainWords` does: two people hardly write one comment with the
 * same spaces and commas. Both entries were pruned, so what was keyed under a branch not taken does not differ.
 */
export function compareEntries(
  questions: readonly Question[],
  left: KeyedEntry,
  right: KeyedEntry,
): readonly EntryField[] {
  const differences: EntryField[] = [];
  if (left.codeHash !== right.codeHash) differences.push({ kind: 'code' });
  if (left.stratum !== right.stratum) differences.push({ kind: 'stratum' });
  for (const question of questions) {
    const { id: questionId } = question;
    if (!isSame(question, answerTo(left.answers, questionId), answerTo(right.answers, questionId))) {
      differences.push({ kind: 'question', questionId });
    }
  }
  return differences;
}

function isSame(question: Question, left: AnswerValue | undefined, right: AnswerValue | undefined): boolean {
  if (isFreeText(question) && typeof left === 'string' && typeof right === 'string') {
    return plainWords(left) === plainWords(right);
  }
  return JSON.stringify(left) === JSON.stringify(right);
}

/** How often one question was keyed, and how often the settled answer was another one. */
export interface KeyedCount {
  readonly questionId: string;
  readonly nKeyed: number;
  readonly nWrong: number;
}

/**
 * The keying errors of one settled form, in the order of the questions: of every question that its settled
 * answers ask, how many entries keyed it (all of them) and how many not as it was settled. Free text is left
 * out, and so is what the form does not ask.
 */
export function countKeyed(
  questionnaire: Pages,
  settled: Answers,
  keyed: readonly Answers[],
): readonly KeyedCount[] {
  return visiblePages(questionnaire, settled)
    .flatMap(({ questions }) => questions)
    .filter((question) => !isFreeText(question))
    .map((question) => ({
      questionId: question.id,
      nKeyed: keyed.length,
      nWrong: keyed.filter(
        (answers) => !isSame(question, answerTo(answers, question.id), answerTo(settled, question.id)),
      ).length,
    }));
}
