import { keyingFields } from '#app/features/keying/keying-fields.ts';
import type { Difference, Side } from '#app/fielding/paper/differences.ts';
import type { Mismatch, OpenForms } from '#app/fielding/paper/load-open-forms.ts';
import { codeStandingNames } from '#app/i18n/ja/paper.ts';
import type { EntryField } from '#surveys/paper/keyed-entry.ts';
import { listNumberedQuestions, type NumberedQuestion } from '#surveys/paper/paper-questionnaire.ts';
import { describeCondition } from '#surveys/paper/screening-words.ts';
import { listStratumMarks, type StratumMark } from '#surveys/paper/stratum-mark.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { listKeyingHints, listNumberedOptions } from '#surveys/questionnaire/kinds/index.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';
import { isFreeText } from '#surveys/response/separate-texts.ts';
import type { Round } from '#surveys/round/round.ts';

/** What one entry has in a field: words to choose it by, nothing, or no field at all. */
export type SideWords =
  | { readonly kind: 'value'; readonly words: string }
  | { readonly kind: 'blank' | 'not_asked' };

/** One place where the two entries of a form differ, in the words of the page. */
export interface DifferenceWords {
  /** What its fields are named by: a question's id, `_code` or `_stratum`. */
  readonly field: string;
  readonly label: string;
  /** The answers a form offers, and whom it asks: what the eye has to look for on the paper. */
  readonly hints: readonly string[];
  readonly left: SideWords;
  readonly right: SideWords;
  /** How a third value is typed. */
  readonly input: 'text' | 'number' | 'words';
  /** What a third value is called, and a paper that says nothing. */
  readonly other: string;
  readonly none: string;
}

/** A form that was keyed twice, with its differences in words. */
export type MismatchWords = Omit<Mismatch, 'differences'> & {
  readonly differences: readonly DifferenceWords[];
};

/** What the page of open forms shows. */
export interface OpenFormsView extends Omit<OpenForms, 'mismatches'> {
  readonly id: string;
  readonly title: string;
  readonly isDemo: boolean;
  readonly mismatches: readonly MismatchWords[];
}

/** Puts the open forms of a round into words. */
export const describeOpenForms = (round: Round, forms: OpenForms): OpenFormsView => ({
  ...forms,
  id: round.id,
  title: round.title,
  isDemo: round.isDemo,
  mismatches: forms.mismatches.map((mismatch) => ({
    ...mismatch,
    differences: mismatch.differences.map((difference) => describeDifference(round, difference)),
  })),
});

/** Puts a difference into words. */
export function describeDifference(round: Round, difference: Difference): DifferenceWords {
  const { field } = difference;
  switch (field.kind) {
    case 'code':
      return {
        field: keyingFields.code,
        label: '回答コード',
        hints: [],
        ...describeSides(round, difference),
        input: 'text',
        other: '紙を見て入力する',
        none: '紙に回答コードが書かれていない',
      };
    case 'stratum':
      return {
        field: keyingFields.stratum,
        label: '層の印',
        hints: listStratumMarks(round).map(markWords),
        ...describeSides(round, difference),
        input: 'number',
        other: 'ほかの値',
        none: '紙に印がない',
      };
    case 'question':
      return describeQuestion(round, field.questionId, difference);
  }
}

const markWords = ({ number, stratum }: StratumMark) => `${number} ${stratum}`;

function describeQuestion(round: Round, questionId: string, difference: Difference): DifferenceWords {
  const { questionnaire } = round;
  const { number, page, question } = getQuestion(round, questionId);
  const conditions = [page.showWhen, question.showWhen].filter((condition) => condition !== undefined);
  return {
    field: questionId,
    label: `問${number} ${question.text.ja}`,
    hints: [
      ...conditions.map((condition) => `【${describeCondition(questionnaire, condition)}】`),
      ...listKeyingHints(question),
    ],
    ...describeSides(round, difference),
    input: isFreeText(question) ? 'words' : 'number',
    other: isFreeText(question) ? '直した文' : 'ほかの値',
    none: '無回答(紙に記入がない)',
  };
}

/** @throws {RangeError} for a question that the round does not ask */
function getQuestion({ questionnaire }: Round, questionId: string): NumberedQuestion {
  const asked = listNumberedQuestions(questionnaire).find(({ question }) => question.id === questionId);
  if (!asked) throw new RangeError(`no question ${questionId}`);
  return asked;
}

const describeSides = (round: Round, { field, left, right }: Difference) => ({
  left: describeSide(round, field, left),
  right: describeSide(round, field, right),
});

function describeSide(round: Round, field: EntryField, side: Side): SideWords {
  switch (side.kind) {
    case 'blank':
    case 'not_asked':
      return { kind: side.kind };
    case 'code':
      return { kind: 'value', words: codeStandingNames[side.standing] };
    case 'stratum': {
      const mark = listStratumMarks(round).find(({ stratum }) => stratum === side.stratum);
      return { kind: 'value', words: mark ? markWords(mark) : side.stratum };
    }
    case 'answer': {
      const question = field.kind === 'question' ? getQuestion(round, field.questionId).question : undefined;
      return { kind: 'value', words: answerWords(question, side.answer) };
    }
  }
}

/** The options that were circled, by number and label; a text as it is. */
function answerWords(question: Question | undefined, answer: AnswerValue): string {
  const options = question === undefined ? [] : listNumberedOptions(question);
  const wordOf = (code: string) => {
    const option = options.find((known) => known.code === code);
    if (!option) return code;
    return option.label === String(option.number) ? option.label : `${option.number} ${option.label}`;
  };
  return [answer].flat().map(wordOf).join('、');
}
