import { listQuestions } from '#app/fielding/paper/accept-form.ts';
import { compareField, type Difference, type EntryPair } from '#app/fielding/paper/differences.ts';
import { readFormCode } from '#app/fielding/paper/read-entry.ts';
import type { Services } from '#app/fielding/services.ts';
import { isAcceptable } from '#surveys/paper/code-standing.ts';
import { compareEntries, type EntryField, type KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { readKeyed } from '#surveys/paper/read-typed.ts';
import { stratumOfMark } from '#surveys/paper/stratum-mark.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import type { AnswerError } from '#surveys/questionnaire/kinds/answer-check.ts';
import { validateAnswer } from '#surveys/questionnaire/kinds/index.ts';
import { visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import { answeredBefore } from '#surveys/response/answered-on.ts';
import { type AnswerValue, answerTo } from '#surveys/response/answers.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** Who was right about a field: one of the two entries, neither (`other`: what was typed), or a paper that says nothing. */
export type Choice = 'first' | 'second' | 'other' | 'none';

/** What somebody decided about a field; a value that was typed without a choice is chosen by that. */
export interface Decision {
  readonly choice: Choice | null;
  readonly typed: string;
}

/** The decisions on a form; a field without one is undecided. */
export interface Decisions {
  readonly code: Decision;
  readonly stratum: Decision;
  /** By question id. */
  readonly answers: { readonly [questionId: string]: Decision };
}

/** What is wrong with the decision on a field. */
export type DecisionProblem =
  | { readonly kind: 'undecided' | 'blank' | 'unknown_stratum' | 'no_code' | 'code_and_none' }
  | { readonly kind: 'bad_code'; readonly problem: CodeProblem }
  | { readonly kind: 'bad_answer'; readonly error: AnswerError };

export interface FieldProblem {
  readonly field: EntryField;
  readonly problem: DecisionProblem;
}

export type DecidedForm =
  | { readonly ok: true; readonly settled: KeyedEntry; readonly neverKeyed: readonly Difference[] }
  | {
      readonly ok: false;
      readonly problems: readonly FieldProblem[];
      /** Questions that only the decided answers ask: both entries passed them over. */
      readonly neverKeyed: readonly Difference[];
    };

/** A value that was decided, or what is wrong with the decision. */
type Decided<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: DecisionProblem };

const decided = <Value>(value: Value): Decided<Value> => ({ ok: true, value });
const wrong = (problem: DecisionProblem): Decided<never> => ({ ok: false, problem });
const undecided = wrong({ kind: 'undecided' });

interface DecisionInput {
  readonly round: Round;
  readonly pair: EntryPair;
  readonly decisions: Decisions;
}

/**
 * What both entries agree on, with every differing field as somebody decided it who looked at the paper. A field
 * that nobody decided is a problem, unless the answers decided before it leave its question out; so is a question
 * that only the decided answers ask, until somebody reads it off the paper.
 */
export function decideDifferences(
  services: Pick<Services, 'secrets' | 'now'>,
  input: DecisionInput,
): DecidedForm {
  const { round, pair } = input;
  const { left, right } = pair;
  const problems: FieldProblem[] = [];
  const keep = <Value>(field: EntryField, decision: Decided<Value>, otherwise: Value): Value => {
    if (decision.ok) return decision.value;
    problems.push({ field, problem: decision.problem });
    return otherwise;
  };
  const differences = compareEntries(listQuestions(round), left, right);
  const differs = (kind: EntryField['kind']) => differences.some((field) => field.kind === kind);
  // A code on which both agree and that may not be used has to be decided, too.
  const codeHash =
    differs('code') || !isAcceptable(pair.codes.left)
      ? keep({ kind: 'code' }, decideCode(services, input), null)
      : left.codeHash;
  const stratum = differs('stratum')
    ? keep({ kind: 'stratum' }, decideStratum(input), left.stratum)
    : left.stratum;
  const differing = new Set(
    differences.flatMap((field) => (field.kind === 'question' ? [field.questionId] : [])),
  );
  const keyed = new Set(
    [left, right].flatMap(({ answers }) => [...visibleQuestionIds(round.questionnaire, answers)]),
  );
  const neverKeyed: Difference[] = [];
  const answers: Record<string, AnswerValue> = {};
  for (const question of listQuestions(round)) {
    const { id } = question;
    if (!visibleQuestionIds(round.questionnaire, answers).has(id)) continue;
    const field = { kind: 'question', questionId: id } as const;
    const isKeyed = keyed.has(id);
    if (!isKeyed) neverKeyed.push(compareField(round, field, pair));
    const answer =
      differing.has(id) || !isKeyed
        ? keep(field, decideAnswer(services, { ...input, question }), undefined)
        : answerTo(left.answers, id);
    if (answer !== undefined) answers[id] = answer;
  }
  if (problems.length > 0) return { ok: false, problems, neverKeyed };
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

/** What was chosen, and what was typed, without the spaces around it. */
function read(decision: Decision | undefined): { readonly choice: Choice | null; readonly typed: string } {
  const typed = (decision?.typed ?? '').trim();
  return { choice: decision?.choice ?? (typed === '' ? null : 'other'), typed };
}

function decideAnswer(
  { now }: Pick<Services, 'now'>,
  { question, round, pair: { left, right }, decisions }: DecisionInput & { readonly question: Question },
): Decided<AnswerValue | undefined> {
  const { choice, typed } = read(decisions.answers[question.id]);
  switch (choice) {
    case null:
      return undecided;
    case 'first':
      return decided(answerTo(left.answers, question.id));
    case 'second':
      return decided(answerTo(right.answers, question.id));
    case 'none':
      return decided(undefined);
    case 'other': {
      if (typed === '') return wrong({ kind: 'blank' });
      const keyed = readKeyed(question, typed);
      if (!keyed.ok) return wrong({ kind: 'bad_answer', error: { code: 'unknown_option' } });
      const check = validateAnswer(
        { ...question, required: false },
        keyed.values,
        answeredBefore(now().toISOString(), round),
      );
      return check.ok ? decided(check.answer) : wrong({ kind: 'bad_answer', error: check.error });
    }
  }
}

function decideStratum({ round, pair: { left, right }, decisions }: DecisionInput): Decided<string> {
  const { choice, typed } = read(decisions.stratum);
  const ofMark = (mark: string): Decided<string> => {
    const stratum = stratumOfMark(round, mark);
    return stratum === undefined ? wrong({ kind: 'unknown_stratum' }) : decided(stratum);
  };
  switch (choice) {
    case null:
      return undecided;
    case 'first':
      return decided(left.stratum);
    case 'second':
      return decided(right.stratum);
    case 'none':
      return ofMark('');
    case 'other':
      return typed === '' ? wrong({ kind: 'blank' }) : ofMark(typed);
  }
}

/** The code of the form: without one only where somebody says that the paper carries none. */
function decideCode(
  services: Pick<Services, 'secrets'>,
  { round, pair: { left, right, codes }, decisions }: DecisionInput,
): Decided<string | null> {
  const { choice, typed } = read(decisions.code);
  switch (choice) {
    case null: {
      const isAgreed = left.codeHash === right.codeHash && isAcceptable(codes.left);
      return isAgreed ? decided(left.codeHash) : wrong({ kind: 'no_code' });
    }
    case 'first':
      return decided(left.codeHash);
    case 'second':
      return decided(right.codeHash);
    case 'none':
      return typed === '' ? decided(null) : wrong({ kind: 'code_and_none' });
    case 'other': {
      if (typed === '') return wrong({ kind: 'blank' });
      const code = readFormCode(services, round, typed);
      return code.ok ? decided(code.codeHash) : wrong({ kind: 'bad_code', problem: code.problem });
    }
  }
}
