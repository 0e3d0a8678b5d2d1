import { openPair } from '#app/fielding/paper/accept-form.ts';
import { closeAcceptedForms } from '#app/fielding/paper/accepted-forms.ts';
import {
  compareField,
  type Difference,
  listUndecided,
  pairEntries,
} from '#app/fielding/paper/differences.ts';
import type { Services } from '#app/fielding/services.ts';
import { listAccounts } from '#db/queries/account.ts';
import { listOpenForms, type OpenForm } from '#db/queries/keyed-entry.ts';
import { listKeyingCounts } from '#db/queries/keying-count.ts';
import { findSettler, type Settler } from '#db/queries/paper-setting.ts';
import type { CodeStanding } from '#surveys/paper/code-standing.ts';
import type { KeyedCount } from '#surveys/paper/keyed-entry.ts';
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

/** How often a question was keyed, over the settled forms that asked it, and how often wrongly. */
export interface ErrorRate extends Omit<KeyedCount, 'questionId'> {
  /** The question's number on paper, and its text. */
  readonly number: number;
  readonly text: string;
}

export interface OpenForms {
  readonly takesPaper: boolean;
  readonly settler: Settler;
  readonly waiting: readonly WaitingForms[];
  readonly mismatches: readonly Mismatch[];
  readonly errorRates: readonly ErrorRate[];
}

/** Tells the entries of a form from any that take their place. */
export const nameEntries = ({ entries }: OpenForm): string =>
  entries.map(({ accountId, keyedAt }) => `${accountId} ${keyedAt}`).join('/');

/** Who may settle the forms of a round: somebody who did not key them, unless it was set otherwise. */
export const getSettler = async ({ db }: Pick<Services, 'db'>, roundId: string): Promise<Settler> =>
  (await findSettler(db, roundId)) ?? 'other';

/** Whether an account may give the third look to a form. */
export const maySettle = (settler: Settler, form: OpenForm, accountId: string): boolean =>
  settler === 'anyone' || form.entries.every((entry) => entry.accountId !== accountId);

interface Viewing {
  readonly round: Round;
  readonly accountId: string;
}

/** The forms of a round that are keyed and not settled, with the error rates of those that are. */
export async function loadOpenForms(services: Services, viewing: Viewing): Promise<OpenForms> {
  const { db, now } = services;
  const { round, accountId } = viewing;
  await closeAcceptedForms(services, round.id);
  const settler = await getSettler(services, round.id);
  const forms = await listOpenForms(db, round.id);
  const twice = forms.filter(({ entries }) => entries.length >= 2);
  const once = forms.filter(({ entries }) => entries.length === 1);
  return {
    takesPaper: takesAnswers(round, 'paper', now().toISOString()),
    settler,
    waiting: await listWaiting(services, once, accountId),
    mismatches: await Promise.all(twice.map((form) => toMismatch(services, form, { ...viewing, settler }))),
    errorRates: await listErrorRates(services, round),
  };
}

async function listWaiting(
  { db }: Services,
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
async function listErrorRates({ db }: Services, round: Round): Promise<readonly ErrorRate[]> {
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
  services: Services,
  form: OpenForm,
  { round, accountId, settler }: Viewing & { readonly settler: Settler },
): Promise<Mismatch> {
  const { serial, entries } = form;
  const key = { roundId: round.id, serial };
  const [left, right] = openPair(services, key, entries);
  if (!left || !right) throw new RangeError(`form ${serial} was not keyed twice`);
  const pair = await pairEntries(services, { roundId: round.id, left, right });
  const fields = listUndecided(round, pair);
  const isAllowed = maySettle(settler, form, accountId);
  return {
    serial,
    seen: nameEntries(form),
    batch: entries[0]?.batch ?? '',
    maySettle: isAllowed,
    isOwn: entries.some((entry) => entry.accountId === accountId),
    differences: isAllowed ? fields.map((field) => compareField(round, field, pair)) : [],
    agreedCode: fields.length === 0 ? pair.codes.left : null,
  };
}
