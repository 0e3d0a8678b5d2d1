import { listNumberedOptions } from '#surveys/paper/option-number.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';

/** What was typed into one field: values for `validateAnswer`, or why it stands for no answer. */
export type TypedAnswer =
  | { readonly ok: true; readonly values: readonly string[] }
  | { readonly ok: false; readonly problem: 'unknown_answer' | 'ambiguous' };

/** Signs between several choices that a number pad, a keyboard or a spreadsheet offers. */
const separators = /[\s,、，;；・/+.。|]+/u;

const digits = /^\d+$/;

/**
 * Reads a field of the keying form, where an answer is typed as its printed number: several choices with any
 * sign between them, or in one run (`135`) where every number has one digit. Blank is no answer. Numbers and
 * texts are taken as typed. Full-width digits count as digits.
 * @example readKeyed(multiple, '135') // the codes of the first, third and fifth option
 */
export function readKeyed(question: Question, text: string): TypedAnswer {
  const options = listNumberedOptions(question);
  if (options.length === 0) return { ok: true, values: [text] };
  const numbers = splitNumbers(question, text.normalize('NFKC').trim(), options.length);
  const codes = numbers.map(
    (typed) => options.find(({ number }) => digits.test(typed) && number === Number(typed))?.code,
  );
  return codes.every((code) => code !== undefined)
    ? { ok: true, values: codes }
    : { ok: false, problem: 'unknown_answer' };
}

function splitNumbers(question: Question, text: string, nOptions: number): readonly string[] {
  if (text === '') return [];
  if (question.kind !== 'multiple') return [text];
  const isRun = digits.test(text) && nOptions <= 9;
  return isRun ? [...text] : text.split(separators).filter((part) => part !== '');
}

/**
 * Reads a cell of an imported sheet, where a choice is its code, its printed number, or its exact Japanese
 * label; several choices stand with `;` or another sign between them. Blank is no answer. A cell that is the
 * code of one option and the number of another is `ambiguous`, never guessed.
 */
export function readCell(question: Question, text: string): TypedAnswer {
  const options = listNumberedOptions(question);
  if (options.length === 0) return { ok: true, values: [text] };
  const cell = text.trim();
  if (cell === '') return { ok: true, values: [] };
  const whole = findOption(question, cell);
  if (whole !== 'unknown_answer' || question.kind !== 'multiple') return toTyped([whole]);
  return toTyped(
    cell
      .split(separators)
      .filter((part) => part !== '')
      .map((part) => findOption(question, part)),
  );
}

type Found = { readonly code: string } | 'unknown_answer' | 'ambiguous';

function findOption(question: Question, text: string): Found {
  const typed = text.normalize('NFKC').toLowerCase();
  const codes = listNumberedOptions(question)
    .filter(
      ({ number, code, label }) =>
        code === typed || (digits.test(typed) && number === Number(typed)) || label === text,
    )
    .map(({ code }) => code);
  const [code, other] = codes;
  if (code === undefined) return 'unknown_answer';
  return other === undefined ? { code } : 'ambiguous';
}

function toTyped(found: readonly Found[]): TypedAnswer {
  const problem = found.find((entry) => typeof entry === 'string');
  if (problem !== undefined) return { ok: false, problem };
  return { ok: true, values: found.flatMap((entry) => (typeof entry === 'string' ? [] : [entry.code])) };
}
