import { latinDigits } from '#surveys/latin-digits.ts';
import { plainLabel } from '#surveys/paper/plain-text.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { listNumberedOptions, rulesOf } from '#surveys/questionnaire/kinds/index.ts';
import type { NumberedOption } from '#surveys/questionnaire/kinds/question-rules.ts';

/** What was typed into one field: values for `validateAnswer`, or why it stands for no answer. */
export type TypedAnswer =
  | { readonly ok: true; readonly values: readonly string[] }
  | { readonly ok: false; readonly problem: 'unknown_answer' | 'ambiguous' };

/** Signs between several choices that a number pad, a keyboard or a spreadsheet offers. */
const separators = /[\s,、，;；・/+.。|]+/u;

/** Signs that stand between choices, and hardly ever inside a label. */
const strongSeparators = /[;；|\n]+/u;

const digits = /^\d+$/;

/** Types 無回答 where a blank field could look as if it were forgotten. */
const noAnswer = '0';

/**
 * Reads a field of the keying form, where an answer is typed as its printed number: several choices with any
 * sign between them, or in one run (`135`) where every number has one digit. Blank is no answer, and so is 0
 * where no option has that number. Several numbers of a question that takes one come out as they are:
 * `validateAnswer` refuses them. Numbers and texts are taken as typed. Full-width and Devanagari digits count.
 * @example readKeyed(multiple, '135') // the codes of the first, third and fifth option
 */
export function readKeyed(question: Question, text: string): TypedAnswer {
  const options = listNumberedOptions(question);
  if (options.length === 0) return { ok: true, values: [text] };
  const typed = latinDigits(text.normalize('NFKC')).trim();
  if (typed === noAnswer && !findByNumber(options, typed)) return { ok: true, values: [] };
  const found = splitNumbers(question, typed, options).map((part) => findByNumber(options, part));
  const known = found.filter((option) => option !== undefined);
  return known.length === found.length
    ? { ok: true, values: known.map(({ code }) => code) }
    : { ok: false, problem: 'unknown_answer' };
}

const findByNumber = (options: readonly NumberedOption[], typed: string) =>
  options.find(({ number }) => digits.test(typed) && number === Number(typed));

function splitNumbers(
  question: Question,
  text: string,
  options: readonly NumberedOption[],
): readonly string[] {
  if (text === '') return [];
  // The number of one answer is never taken apart.
  if (!rulesOf(question).takesSeveral && findByNumber(options, text)) return [text];
  const isRun = digits.test(text) && options.length <= 9;
  return isRun ? [...text] : splitAt(separators, text);
}

const splitAt = (signs: RegExp, text: string) => text.split(signs).filter((part) => part !== '');

/**
 * Reads a cell of an imported sheet, where a choice is its code, its printed number, or its Japanese label
 * (compared as `plainLabel` does); several choices stand with `;` or another sign between them. Blank is no
 * answer. A cell that is the code of one option and the number of another is `ambiguous`, never guessed.
 */
export function readCell(question: Question, text: string): TypedAnswer {
  if (labelledOptions(question).length === 0) return { ok: true, values: [text] };
  const cell = text.trim();
  if (cell === '') return { ok: true, values: [] };
  const whole = findOption(question, cell);
  if (whole !== 'unknown_answer' || !rulesOf(question).takesSeveral) return toTyped([whole]);
  const read = (signs: RegExp) => toTyped(splitAt(signs, cell).map((part) => findOption(question, part)));
  const byStrong = read(strongSeparators);
  return byStrong.ok ? byStrong : read(separators);
}

type Found = { readonly code: string } | 'unknown_answer' | 'ambiguous';

function findOption(question: Question, text: string): Found {
  const typed = latinDigits(text.normalize('NFKC')).trim().toLowerCase();
  const plain = plainLabel(text);
  const codes = labelledOptions(question)
    .filter(
      ({ number, code, plain: label }) =>
        code === typed || (digits.test(typed) && number === Number(typed)) || label === plain,
    )
    .map(({ code }) => code);
  const [code, other] = codes;
  if (code === undefined) return 'unknown_answer';
  return other === undefined ? { code } : 'ambiguous';
}

type LabelledOption = NumberedOption & { readonly plain: string };

/** A sheet has the same questions in every one of its rows. */
const labelled = new WeakMap<Question, readonly LabelledOption[]>();

function labelledOptions(question: Question): readonly LabelledOption[] {
  const known = labelled.get(question);
  if (known) return known;
  const options = listNumberedOptions(question).map((option) => ({
    ...option,
    plain: plainLabel(option.label),
  }));
  labelled.set(question, options);
  return options;
}

function toTyped(found: readonly Found[]): TypedAnswer {
  const problem = found.find((entry) => typeof entry === 'string');
  if (problem !== undefined) return { ok: false, problem };
  return { ok: true, values: found.flatMap((entry) => (typeof entry === 'string' ? [] : [entry.code])) };
}
