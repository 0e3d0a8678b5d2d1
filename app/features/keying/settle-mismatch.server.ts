import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/.server/audit.ts';
import { maySettle } from '#app/features/keying/load-mismatches.server.ts';
import { readCode } from '#app/features/keying/read-entry.server.ts';
import {
  acceptForm,
  listQuestionIds,
  openPair,
  type SettleOutcome,
} from '#app/features/keying/settle-form.server.ts';
import { keyedErrorMessage } from '#app/i18n/ja/paper.ts';
import type { Account } from '#db/queries/account.ts';
import { closeKeyedForm, listOpenForms } from '#db/queries/keyed-entry.ts';
import { findSettler, settlers, upsertSettler } from '#db/queries/paper-setting.ts';
import { compareEntries, type KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import { readKeyed } from '#surveys/paper/read-typed.ts';
import { stratumOfMark } from '#surveys/paper/stratum-mark.ts';
import { validateAnswer } from '#surveys/questionnaire/questions/question-kind.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';
import type { Round } from '#surveys/round/round.ts';

export type SettleResult =
  | { readonly kind: 'settled' | 'discarded'; readonly serial: string }
  | { readonly kind: 'settler_changed' | 'gone' | 'not_allowed' }
  | {
      readonly kind: 'invalid';
      readonly serial: string;
      readonly errors: Readonly<Record<string, string>>;
      readonly values: { readonly [field: string]: string };
    }
  | {
      readonly kind: 'not_accepted';
      readonly serial: string;
      readonly outcome: Exclude<SettleOutcome, 'waiting' | 'differs' | 'accepted'>;
    };

/** Does what the page of mismatches offers: settle a form, drop it, or say who may settle. */
export async function settleMismatch(
  context: AppLoadContext,
  round: Round,
  account: Account,
): Promise<SettleResult> {
  const { db } = context.services;
  const { form: fields } = context;
  if (fields.get('action') === 'settler') return changeSettler(context, round, account);
  const serial = fields.get('serial') ?? '';
  const form = (await listOpenForms(db, round.id)).find((open) => open.serial === serial);
  if (!form || form.entries.length < 2) return { kind: 'gone' };
  if (!maySettle(await findSettler(db, round.id), form, account.id)) return { kind: 'not_allowed' };
  const on = { type: 'round', id: round.id } as const;
  if (fields.get('action') === 'discard') {
    await closeKeyedForm(db, { roundId: round.id, serial, counts: [] });
    await audit(context, db, { by: account, action: 'paper.discarded', on, detail: { serial } });
    return { kind: 'discarded', serial };
  }
  const outcome = await settle(context, round, serial);
  if (outcome.kind === 'settled') {
    await audit(context, db, { by: account, action: 'paper.settled', on, detail: { serial } });
  }
  return outcome;
}

async function changeSettler(context: AppLoadContext, round: Round, account: Account): Promise<SettleResult> {
  const settler = settlers.find((name) => name === context.form.get('settler')) ?? 'other';
  await context.services.db.transaction().execute(async (tx) => {
    await upsertSettler(tx, { roundId: round.id, settler });
    const on = { type: 'round', id: round.id } as const;
    await audit(context, tx, { by: account, action: 'paper.settler_changed', on, detail: { settler } });
  });
  return { kind: 'settler_changed' };
}

async function settle(context: AppLoadContext, round: Round, serial: string): Promise<SettleResult> {
  const [left, right] = await openPair(context, { roundId: round.id, serial });
  if (!left || !right) return { kind: 'gone' };
  const values = Object.fromEntries(context.form);
  const read = readThirdLook(context, round, { left, right, values });
  if (!read.ok) return { kind: 'invalid', serial, errors: read.errors, values };
  const outcome = await acceptForm(context, round, { serial, settled: read.settled, keyed: [left, right] });
  switch (outcome) {
    case 'accepted':
      return { kind: 'settled', serial };
    case 'waiting':
    case 'differs':
      return { kind: 'gone' };
    default:
      return { kind: 'not_accepted', serial, outcome };
  }
}

interface ThirdLook {
  readonly left: KeyedEntry;
  readonly right: KeyedEntry;
  readonly values: { readonly [field: string]: string };
}

/** What both entries agree on, with the differing fields as the third look typed them from the paper. */
function readThirdLook(context: AppLoadContext, round: Round, { left, right, values }: ThirdLook) {
  const errors: Record<string, string> = {};
  const answers: Record<string, AnswerValue> = { ...left.answers };
  let { stratum, codeHash } = left;
  const differences = compareEntries(listQuestionIds(round), left, right);
  for (const difference of differences) {
    if (difference.kind === 'stratum') {
      const marked = stratumOfMark(round, values._stratum ?? '');
      if (marked === undefined) errors._stratum = 'この調査回にない層の印です。';
      else stratum = marked;
    } else if (difference.kind === 'question') {
      const { questionId } = difference;
      const check = readAnswer(round, questionId, values[questionId] ?? '');
      if (typeof check === 'string') errors[questionId] = check;
      else if (check.answer === undefined) delete answers[questionId];
      else answers[questionId] = check.answer;
    }
  }
  // A form that agrees and was not accepted has a code that cannot be used: it can be typed anew.
  if (differences.length === 0 || differences.some(({ kind }) => kind === 'code')) {
    const code = readCode(context.services.secrets, round, values._code ?? '');
    if (code.ok) codeHash = code.codeHash;
    else errors._code = code.message;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors } as const;
  const pruned = pruneAnswers(round.questionnaire, answers);
  const plain = Object.entries(pruned).map(([id, answer]) => [
    id,
    typeof answer === 'string' ? answer : [...answer],
  ]);
  return { ok: true, settled: { answers: Object.fromEntries(plain), stratum, codeHash } } as const;
}

function readAnswer(
  round: Round,
  questionId: string,
  typed: string,
): string | { readonly answer: AnswerValue | undefined } {
  const entry = listNumberedQuestions(round.questionnaire).find(({ question }) => question.id === questionId);
  if (!entry) return { answer: undefined };
  const read = readKeyed(entry.question, typed);
  if (!read.ok) return keyedErrorMessage({ code: 'unknown_option' });
  const check = validateAnswer({ ...entry.question, required: false }, read.values);
  return check.ok ? { answer: check.answer } : keyedErrorMessage(check.error);
}
