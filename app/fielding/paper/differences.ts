import { findCodeStanding } from '#app/fielding/codes/judge-code.ts';
import { listQuestions } from '#app/fielding/paper/accept-form.ts';
import type { Services } from '#app/fielding/services.ts';
import { type CodeStanding, isAcceptable } from '#surveys/paper/code-standing.ts';
import { compareEntries, type EntryField, type KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import { visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import { type AnswerValue, answerTo } from '#surveys/response/answers.ts';
import type { Round } from '#surveys/round/round.ts';

/** What one entry has in a field: something, nothing, or no such field at all. A code is told by how it stands. */
export type Side =
  | { readonly kind: 'answer'; readonly answer: AnswerValue }
  | { readonly kind: 'code'; readonly standing: Exclude<CodeStanding, 'none'> }
  | { readonly kind: 'stratum'; readonly stratum: string }
  | { readonly kind: 'blank' | 'not_asked' };

/** One place where the two entries of a form differ. */
export interface Difference {
  readonly field: EntryField;
  readonly left: Side;
  readonly right: Side;
}

/** Two entries of one form, and how their codes stand. */
export interface EntryPair {
  readonly left: KeyedEntry;
  readonly right: KeyedEntry;
  readonly codes: { readonly left: CodeStanding; readonly right: CodeStanding };
}

/** Looks up how the codes of two entries stand. */
export async function pairEntries(
  services: Pick<Services, 'db'>,
  { roundId, left, right }: { readonly roundId: string } & Omit<EntryPair, 'codes'>,
): Promise<EntryPair> {
  const codes = {
    left: await findCodeStanding(services, roundId, left.codeHash),
    right: await findCodeStanding(services, roundId, right.codeHash),
  };
  return { left, right, codes };
}

/**
 * The fields of a form that somebody has to decide with the paper in hand: those that differ and, beside them, a
 * code on which both entries agree and that may not be used. None where the entries agree in everything.
 */
export function listUndecided(round: Round, { left, right, codes }: EntryPair): readonly EntryField[] {
  const fields = compareEntries(listQuestions(round), left, right);
  const hasSameCode = left.codeHash === right.codeHash;
  return fields.length > 0 && hasSameCode && !isAcceptable(codes.left)
    ? [{ kind: 'code' }, ...fields]
    : fields;
}

/** What the two entries have in a field. */
export const compareField = (
  round: Round,
  field: EntryField,
  { left, right, codes }: EntryPair,
): Difference => ({
  field,
  left: sideOf(round, field, left, codes.left),
  right: sideOf(round, field, right, codes.right),
});

function sideOf(round: Round, field: EntryField, entry: KeyedEntry, code: CodeStanding): Side {
  switch (field.kind) {
    case 'code':
      return code === 'none' ? { kind: 'blank' } : { kind: 'code', standing: code };
    case 'stratum': {
      const isMarked = listStratumMarks(round).some(({ stratum }) => stratum === entry.stratum);
      return isMarked ? { kind: 'stratum', stratum: entry.stratum } : { kind: 'blank' };
    }
    case 'question': {
      const asked = visibleQuestionIds(round.questionnaire, entry.answers);
      if (!asked.has(field.questionId)) return { kind: 'not_asked' };
      const answer = answerTo(entry.answers, field.questionId);
      return answer === undefined ? { kind: 'blank' } : { kind: 'answer', answer };
    }
  }
}
