import type { AppLoadContext } from '@remix-run/node';
import { type Difference, describeDifference } from '#app/features/keying/describe-difference.server.ts';
import { type Choice, choiceField, choices, otherField } from '#app/features/keying/keying-fields.ts';
import { readCode, type TypedValues } from '#app/features/keying/read-entry.server.ts';
import { listQuestions } from '#app/features/keying/settle-form.server.ts';
import { findCodeStanding } from '#app/fielding/codes/judge-code.ts';
import { keyedErrorMessage, thirdLookErrors } from '#app/i18n/ja/paper.ts';
import { isAcceptable } from '#surveys/paper/code-standing.ts';
import { compareEntries, type KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { readKeyed } from '#surveys/paper/read-typed.ts';
import { stratumOfMark } from '#surveys/paper/stratum-mark.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { validateAnswer } from '#surveys/questionnaire/questions/question-kind.ts';
import { visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import { type AnswerValue, answerTo } from '#surveys/response/answers.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';
import type { Round } from '#surveys/round/round.ts';

/** Two entries of a form, and what the third look said where they differ. */
export interface ThirdLook {
  readonly left: KeyedEntry;
  readonly right: KeyedEntry;
  readonly values: TypedValues;
}

export type ThirdLookCheck =
  | { readonly ok: true; readonly settled: KeyedEntry; readonly neverKeyed: readonly Difference[] }
  | {
      readonly ok: false;
      readonly errors: Readonly<Record<string, string>>;
      /** Questions that only the decided answers ask: both entries passed them over. */
      readonly neverKeyed: readonly Difference[];
    };

/** A value that was decided, or what is wrong with the decision. */
type Decided<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

const decided = <Value>(value: Value): Decided<Value> => ({ ok: true, value });
const undecided = (message: string): Decided<never> => ({ ok: false, message });

/**
 * What both entries agree on, with every differing field as the third look decided it. A field that nobody
 * decided is an error, unless the answers decided before it leave its question out; so is a question that only
 * the decided answers ask, until somebody reads it off the paper.
 */
export async function readThirdLook(
  context: AppLoadContext,
  round: Round,
  look: ThirdLook,
): Promise<ThirdLookCheck> {
  const differences = compareEntries(listQuestions(round), look.left, look.right);
  const differs = (kind: 'code' | 'stratum') => differences.some((difference) => difference.kind === kind);
  const errors: Record<string, string> = {};
  const keep = <Value>(field: string, decision: Decided<Value>, otherwise: Value): Value => {
    if (decision.ok) return decision.value;
    errors[field] = decision.message;
    return otherwise;
  };
  const codes = {
    left: await findCodeStanding(context.services, round.id, look.left.codeHash),
    right: await findCodeStanding(context.services, round.id, look.right.codeHash),
  };
  // A code on which both agree and that may not be used has to be decided, too.
  const decidesCode = differs('code') || !isAcceptable(codes.left);
  const codeHash = decidesCode
    ? keep('_code', await decideCode(context, round, look), null)
    : look.left.codeHash;
  const stratum = differs('stratum')
    ? keep('_stratum', decideStratum(round, look), look.left.stratum)
    : look.left.stratum;
  const differing = new Set(
    differences.flatMap((difference) => (difference.kind === 'question' ? [difference.questionId] : [])),
  );
  const keyed = new Set(
    [look.left, look.right].flatMap(({ answers }) => [...visibleQuestionIds(round.questionnaire, answers)]),
  );
  const neverKeyed: Difference[] = [];
  const answers: Record<string, AnswerValue> = {};
  for (const question of listQuestions(round)) {
    if (!visibleQuestionIds(round.questionnaire, answers).has(question.id)) continue;
    const isKeyed = keyed.has(question.id);
    if (!isKeyed) {
      const field = { kind: 'question', questionId: question.id } as const;
      neverKeyed.push(describeDifference(round, field, { ...look, codes }));
    }
    const answer =
      differing.has(question.id) || !isKeyed
        ? keep(question.id, decideAnswer(question, look), undefined)
        : answerTo(look.left.answers, question.id);
    if (answer !== undefined) answers[question.id] = answer;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors, neverKeyed };
  return {
    ok: true,
    neverKeyed,
    settled: { answers: toPlain(pruneAnswers(round.questionnaire, answers)), stratum, codeHash },
  };
}

const toPlain = (answers: { readonly [id: string]: AnswerValue }): KeyedEntry['answers'] =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'string' ? answer : [...answer]]),
  );

/** What was chosen for a field; a value that was typed without choosing it is chosen by that. */
function choiceOf(values: TypedValues, field: string): Choice | undefined {
  const chosen = choices.find((choice) => choice === values[choiceField(field)]);
  return chosen ?? (typedIn(values, field) === '' ? undefined : 'other');
}

const typedIn = (values: TypedValues, field: string) => (values[otherField(field)] ?? '').trim();

function decideAnswer(
  question: Question,
  { left, right, values }: ThirdLook,
): Decided<AnswerValue | undefined> {
  switch (choiceOf(values, question.id)) {
    case undefined:
      return undecided(thirdLookErrors.undecided);
    case 'first':
      return decided(answerTo(left.answers, question.id));
    case 'second':
      return decided(answerTo(right.answers, question.id));
    case 'none':
      return decided(undefined);
    case 'other': {
      const typed = typedIn(values, question.id);
      if (typed === '') return undecided(thirdLookErrors.blank);
      const read = readKeyed(question, typed);
      if (!read.ok) return undecided(keyedErrorMessage({ code: 'unknown_option' }));
      const check = validateAnswer({ ...question, required: false }, read.values);
      return check.ok ? decided(check.answer) : undecided(keyedErrorMessage(check.error));
    }
  }
}

function decideStratum(round: Round, { left, right, values }: ThirdLook): Decided<string> {
  switch (choiceOf(values, '_stratum')) {
    case undefined:
      return undecided(thirdLookErrors.undecided);
    case 'first':
      return decided(left.stratum);
    case 'second':
      return decided(right.stratum);
    case 'none':
    case 'other': {
      const isNone = values[choiceField('_stratum')] === 'none';
      const typed = isNone ? '' : typedIn(values, '_stratum');
      if (!isNone && typed === '') return undecided(thirdLookErrors.blank);
      const stratum = stratumOfMark(round, typed);
      return stratum === undefined ? undecided(thirdLookErrors.stratum) : decided(stratum);
    }
  }
}

/** The code of the form: without one only where somebody says that the paper carries none. */
async function decideCode(
  context: AppLoadContext,
  round: Round,
  { left, right, values }: ThirdLook,
): Promise<Decided<string | null>> {
  const typed = typedIn(values, '_code');
  switch (choiceOf(values, '_code')) {
    case undefined: {
      const hasSame = left.codeHash === right.codeHash;
      const standing = await findCodeStanding(context.services, round.id, left.codeHash);
      return hasSame && isAcceptable(standing) ? decided(left.codeHash) : undecided(thirdLookErrors.code);
    }
    case 'first':
      return decided(left.codeHash);
    case 'second':
      return decided(right.codeHash);
    case 'none':
      return typed === '' ? decided(null) : undecided(thirdLookErrors.codeAndNone);
    case 'other': {
      if (typed === '') return undecided(thirdLookErrors.blank);
      const code = readCode(context.services.secrets, round, typed);
      return code.ok ? decided(code.codeHash) : undecided(code.message);
    }
  }
}
