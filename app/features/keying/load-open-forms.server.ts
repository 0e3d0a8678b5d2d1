import type { AppLoadContext } from '@remix-run/node';
import { type Difference, describeDifference } from '#app/features/keying/describe-difference.server.ts';
import { openEntry } from '#app/features/keying/sealed-entry.server.ts';
import { listQuestions } from '#app/features/keying/settle-form.server.ts';
import { findCodeStanding } from '#app/fielding/codes/judge-code.ts';
import { closeAcceptedForms } from '#app/fielding/paper/accepted-forms.ts';
import { listAccounts } from '#db/queries/account.ts';
import { listOpenForms, type OpenForm } from '#db/queries/keyed-entry.ts';
import { listKeyingCounts } from '#db/queries/keying-count.ts';
import { findSettler, type Settler } from '#db/queries/paper-setting.ts';
import { type CodeStanding, isAcceptable } from '#surveys/paper/code-standing.ts';
import { compareEntries } from '#surveys/paper/keyed-entry.ts';
import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import { isFreeText } from '#surveys/response/separate-texts.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/** A form that was keyed twice and is not settled. */
export interface Mismatch {
  readonly serial: string;
  readonly batch: string;
  /** False for those who keyed the form, unless the round lets them settle it. */
  readonly maySettle: boolean;
  readonly isOwn: boolean;
  /** Which entries these are; they may be taken back and keyed anew while somebody looks at them. */
  readonly seen: string;
  /** Where the entries differ; nothing of it for those who may not settle. */
  readonly differences: readonly Difference[];
  /** Where the code of entries that agree stands: why they were not accepted. Null where they differ. */
  readonly agreedCode: CodeStanding | null;
}

/** What one person keyed and nobody else has yet. */
export interface WaitingForms {
  readonly accountId: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly serials: readonly string[];
}

/** Tells the entries of a form from any that take their place. */
export const nameEntries = ({ entries }: OpenForm): string =>
  entries.map(({ accountId, keyedAt }) => `${accountId} ${keyedAt}`).join('/');

/** Whether an account may give the third look to a form. */
export const maySettle = (settler: Settler, form: OpenForm, accountId: string): boolean =>
  settler === 'anyone' || form.entries.every((entry) => entry.accountId !== accountId);

/** The forms of a round that are keyed and not settled, with the error rates of those that are. */
export async function loadOpenForms(context: AppLoadContext, round: Round, accountId: string) {
  const { db, now } = context.services;
  await closeAcceptedForms(context.services, round.id);
  const settler = await findSettler(db, round.id);
  const forms = await listOpenForms(db, round.id);
  const twice = forms.filter(({ entries }) => entries.length >= 2);
  const once = forms.filter(({ entries }) => entries.length === 1);
  return {
    id: round.id,
    title: round.title,
    isDemo: round.isDemo,
    takesPaper: takesAnswers(round, 'paper', now().toISOString()),
    settler,
    waiting: await listWaiting(context, once, accountId),
    mismatches: await Promise.all(
      twice.map((form) => toMismatch(context, round, form, { accountId, settler })),
    ),
    errorRates: await listErrorRates(context, round),
  };
}

export type OpenFormsView = Awaited<ReturnType<typeof loadOpenForms>>;

async function listWaiting(
  { services: { db } }: AppLoadContext,
  forms: readonly OpenForm[],
  accountId: string,
): Promise<readonly WaitingForms[]> {
  const names = new Map((await listAccounts(db)).map(({ id, displayName }) => [id, displayName]));
  const keyers = [...new Set(forms.flatMap(({ entries }) => entries.map((entry) => entry.accountId)))];
  return keyers.map((id) => ({
    accountId: id,
    name: names.get(id) ?? '',
    isOwn: id === accountId,
    serials: forms.filter(({ entries }) => entries[0]?.accountId === id).map(({ serial }) => serial),
  }));
}

/** Free text is not among them: nobody keys it without a difference. */
async function listErrorRates({ services: { db } }: AppLoadContext, round: Round) {
  const counts = new Map((await listKeyingCounts(db, round.id)).map((count) => [count.questionId, count]));
  return listNumberedQuestions(round.questionnaire)
    .filter(({ question }) => !isFreeText(question))
    .map(({ number, question }) => ({
      number,
      text: question.text.ja,
      nKeyed: counts.get(question.id)?.nKeyed ?? 0,
      nWrong: counts.get(question.id)?.nWrong ?? 0,
    }));
}

async function toMismatch(
  context: AppLoadContext,
  round: Round,
  form: OpenForm,
  viewer: { readonly accountId: string; readonly settler: Settler },
): Promise<Mismatch> {
  const { serial, entries } = form;
  const key = { roundId: round.id, serial };
  const [left, right] = entries.slice(0, 2).map((entry) => openEntry(context.services.secrets, key, entry));
  if (!left || !right) throw new RangeError(`form ${serial} was not keyed twice`);
  const codes = {
    left: await findCodeStanding(context.services, round.id, left.codeHash),
    right: await findCodeStanding(context.services, round.id, right.codeHash),
  };
  const fields = compareEntries(listQuestions(round), left, right);
  const differsOnlyElsewhere = fields.length > 0 && left.codeHash === right.codeHash;
  // Where something else differs, a code that both keyed alike and that may not be used is asked for beside it.
  const asked =
    differsOnlyElsewhere && !isAcceptable(codes.left) ? [{ kind: 'code' } as const, ...fields] : fields;
  const isAllowed = maySettle(viewer.settler, form, viewer.accountId);
  return {
    serial,
    seen: nameEntries(form),
    batch: entries[0]?.batch ?? '',
    maySettle: isAllowed,
    isOwn: entries.some(({ accountId }) => accountId === viewer.accountId),
    differences: isAllowed
      ? asked.map((field) => describeDifference(round, field, { left, right, codes }))
      : [],
    agreedCode: fields.length === 0 ? codes.left : null,
  };
}
