import type { AppLoadContext } from '@remix-run/node';
import { openEntry } from '#app/features/keying/sealed-entry.server.ts';
import { listQuestionIds } from '#app/features/keying/settle-form.server.ts';
import { listOpenForms, type OpenForm } from '#db/queries/keyed-entry.ts';
import { listKeyingCounts } from '#db/queries/keying-count.ts';
import { findSettler, type Settler } from '#db/queries/paper-setting.ts';
import { compareEntries, type EntryField, type KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { listNumberedOptions, type NumberedOption } from '#surveys/paper/option-number.ts';
import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import { answerTo } from '#surveys/response/answers.ts';
import type { Round } from '#surveys/round/round.ts';

/** One place where the two entries of a form differ, as the third look sees it. */
export interface Difference {
  /** The field that settles it: a question's id, `_code` or `_stratum`. */
  readonly field: string;
  readonly label: string;
  readonly left: string;
  readonly right: string;
  readonly options: readonly NumberedOption[];
}

export interface Mismatch {
  readonly serial: string;
  readonly batch: string;
  /** False for those who keyed the form, unless the round lets them settle it. */
  readonly maySettle: boolean;
  /** Empty where both agree, and the form could not be accepted all the same. */
  readonly differences: readonly Difference[];
}

/** Whether an account may give the third look to a form. */
export const maySettle = (settler: Settler, form: OpenForm, accountId: string): boolean =>
  settler === 'anyone' || form.entries.every((entry) => entry.accountId !== accountId);

/** The forms of a round that were keyed twice and are not settled, with the error rates of those that are. */
export async function loadMismatches(context: AppLoadContext, round: Round, accountId: string) {
  const { db } = context.services;
  const settler = await findSettler(db, round.id);
  const forms = (await listOpenForms(db, round.id)).filter(({ entries }) => entries.length >= 2);
  const counts = new Map((await listKeyingCounts(db, round.id)).map((count) => [count.questionId, count]));
  return {
    id: round.id,
    title: round.title,
    isDemo: round.isDemo,
    hasCodes: round.access === 'code',
    settler,
    mismatches: forms.map((form) => toMismatch(context, round, form, maySettle(settler, form, accountId))),
    errorRates: listNumberedQuestions(round.questionnaire).map(({ number, question }) => ({
      number,
      text: question.text.ja,
      nKeyed: counts.get(question.id)?.nKeyed ?? 0,
      nWrong: counts.get(question.id)?.nWrong ?? 0,
    })),
  };
}

export type MismatchesView = Awaited<ReturnType<typeof loadMismatches>>;

function toMismatch(context: AppLoadContext, round: Round, form: OpenForm, isAllowed: boolean): Mismatch {
  const { secrets } = context.services;
  const key = { roundId: round.id, serial: form.serial };
  const [left, right] = form.entries.slice(0, 2).map((entry) => openEntry(secrets, key, entry));
  const batch = form.entries[0]?.batch ?? '';
  if (!isAllowed || !left || !right) return { ...key, batch, maySettle: isAllowed, differences: [] };
  const differences = compareEntries(listQuestionIds(round), left, right).map((field) =>
    describe(round, field, left, right),
  );
  return { serial: form.serial, batch, maySettle: true, differences };
}

function describe(round: Round, field: EntryField, left: KeyedEntry, right: KeyedEntry): Difference {
  switch (field.kind) {
    case 'code': {
      const word = ({ codeHash }: KeyedEntry) => (codeHash === null ? 'なし' : 'あり(もう一方と違う)');
      return { field: '_code', label: '回答コード', left: word(left), right: word(right), options: [] };
    }
    case 'stratum': {
      const marks = listStratumMarks(round);
      const options = marks.map(({ number, stratum }) => ({ number, code: stratum, label: stratum }));
      const word = ({ stratum }: KeyedEntry) =>
        marks.find((mark) => mark.stratum === stratum)?.number.toString() ?? '(空欄)';
      return { field: '_stratum', label: '層の印', left: word(left), right: word(right), options };
    }
    case 'question': {
      const { questionId } = field;
      const entry = listNumberedQuestions(round.questionnaire).find(
        ({ question }) => question.id === questionId,
      );
      const options = entry ? listNumberedOptions(entry.question) : [];
      const word = ({ answers }: KeyedEntry) => wordOf(options, answerTo(answers, questionId));
      const label = entry ? `問${entry.number} ${entry.question.text.ja}` : questionId;
      return { field: questionId, label, left: word(left), right: word(right), options };
    }
  }
}

/** An answer as it is typed: numbers of options, or the text itself. */
function wordOf(options: readonly NumberedOption[], answer: string | readonly string[] | undefined): string {
  const given = answer === undefined ? [] : [answer].flat();
  if (given.length === 0) return '(空欄)';
  return given
    .map((code) => options.find((option) => option.code === code)?.number.toString() ?? code)
    .join(' ');
}
