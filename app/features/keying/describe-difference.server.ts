import { codeStandingNames } from '#app/i18n/ja/paper.ts';
import type { CodeStanding } from '#surveys/paper/code-standing.ts';
import type { EntryField, KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import { listNumberedOptions, listOptionWords } from '#surveys/paper/option-number.ts';
import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import { describeCondition } from '#surveys/paper/screening-words.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import { answerTo } from '#surveys/response/answers.ts';
import { isFreeText } from '#surveys/response/separate-texts.ts';
import type { Round } from '#surveys/round/round.ts';

/** What one entry has in a field: words to choose it by, nothing, or no field at all. */
export type Side =
  | { readonly kind: 'value'; readonly words: string }
  | { readonly kind: 'blank' | 'not_asked' };

/** One place where the two entries of a form differ, as the third look sees it. */
export interface Difference {
  /** What its fields are named by: a question's id, `_code` or `_stratum`. */
  readonly field: string;
  readonly label: string;
  /** The answers a form offers, and whom it asks: what the eye has to look for on the paper. */
  readonly hints: readonly string[];
  readonly left: Side;
  readonly right: Side;
  /** How a third value is typed. */
  readonly input: 'text' | 'number' | 'words';
  /** What a third value is called, and a paper that says nothing. */
  readonly other: string;
  readonly none: string;
}

const blank: Side = { kind: 'blank' };
const value = (words: string): Side => ({ kind: 'value', words });

/** Where two codes stand that differ; neither can be read any more. */
export interface CodeStandings {
  readonly left: CodeStanding;
  readonly right: CodeStanding;
}

/** Puts a difference into words. */
export function describeDifference(
  round: Round,
  field: EntryField,
  entries: { readonly left: KeyedEntry; readonly right: KeyedEntry; readonly codes: CodeStandings },
): Difference {
  const { left, right, codes } = entries;
  switch (field.kind) {
    case 'code':
      return {
        field: '_code',
        label: '回答コード',
        hints: [],
        left: sideOfCode(codes.left),
        right: sideOfCode(codes.right),
        input: 'text',
        other: '紙を見て入力する',
        none: '紙に回答コードが書かれていない',
      };
    case 'stratum':
      return {
        field: '_stratum',
        label: '層の印',
        hints: listStratumMarks(round).map(({ number, stratum }) => `${number} ${stratum}`),
        left: sideOfStratum(round, left),
        right: sideOfStratum(round, right),
        input: 'number',
        other: 'ほかの値',
        none: '紙に印がない',
      };
    case 'question':
      return describeQuestion(round, field.questionId, left, right);
  }
}

const sideOfCode = (standing: CodeStanding): Side =>
  standing === 'none' ? blank : value(codeStandingNames[standing]);

function sideOfStratum(round: Round, { stratum }: KeyedEntry): Side {
  const mark = listStratumMarks(round).find((known) => known.stratum === stratum);
  return mark ? value(`${mark.number} ${mark.stratum}`) : blank;
}

function describeQuestion(round: Round, questionId: string, left: KeyedEntry, right: KeyedEntry): Difference {
  const { questionnaire } = round;
  const asked = listNumberedQuestions(questionnaire).find(({ question }) => question.id === questionId);
  if (!asked) throw new RangeError(`no question ${questionId}`);
  const { number, page, question } = asked;
  const conditions = [page.showWhen, question.showWhen].filter((condition) => condition !== undefined);
  return {
    field: questionId,
    label: `問${number} ${question.text.ja}`,
    hints: [
      ...conditions.map((condition) => `【${describeCondition(questionnaire, condition)}】`),
      ...listOptionWords(question),
    ],
    left: sideOfAnswer(round, question, left),
    right: sideOfAnswer(round, question, right),
    input: isFreeText(question) ? 'words' : 'number',
    other: isFreeText(question) ? '直した文' : 'ほかの値',
    none: '無回答(紙に記入がない)',
  };
}

function sideOfAnswer({ questionnaire }: Round, question: Question, { answers }: KeyedEntry): Side {
  if (!visibleQuestionIds(questionnaire, answers).has(question.id)) return { kind: 'not_asked' };
  const answer = answerTo(answers, question.id);
  if (answer === undefined) return blank;
  const options = listNumberedOptions(question);
  const wordOf = (code: string) => {
    const option = options.find((known) => known.code === code);
    if (!option) return code;
    return option.label === String(option.number) ? option.label : `${option.number} ${option.label}`;
  };
  return value([answer].flat().map(wordOf).join('、'));
}
