import type { Question } from '#surveys/questionnaire/definition.ts';
import { notApplicable } from '#surveys/questionnaire/questions/scale.ts';

/** An answer as a paper form offers it: the number in its box, which keying types, and what it stands for. */
export interface NumberedOption {
  readonly number: number;
  readonly code: string;
  /** In Japanese, as printed; the score itself on a scale. */
  readonly label: string;
}

/**
 * The numbered answers of a question as printed: choices are numbered from 1 in their order; on a scale the
 * number is the score, and 「該当なし」 has the number after the highest score. Empty for open questions.
 */
export function listNumberedOptions(question: Question): readonly NumberedOption[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return question.options.map(({ code, label }, index) => ({ number: index + 1, code, label: label.ja }));
    case 'scale': {
      const scores = Array.from({ length: question.max - question.min + 1 }, (_, index) => {
        const number = question.min + index;
        return { number, code: String(number), label: String(number) };
      });
      if (!question.allowsNotApplicable) return scores;
      return [...scores, { number: question.max + 1, code: notApplicable, label: '該当なし' }];
    }
    case 'number':
    case 'short_text':
    case 'long_text':
      return [];
  }
}

/**
 * The numbered answers of a question in one line for the screen, as a form prints them: a scale by its ends.
 * Empty for open questions.
 * @example listOptionWords(scale) // ['1 そう思わない … 5 そう思う', '6 該当なし']
 */
export function listOptionWords(question: Question): readonly string[] {
  const options = listNumberedOptions(question);
  if (question.kind !== 'scale') return options.map(({ number, label }) => `${number} ${label}`);
  const { min, max, minLabel, maxLabel } = question;
  return [
    `${min} ${minLabel.ja} … ${max} ${maxLabel.ja}`,
    ...options.filter(({ number }) => number > max).map(({ number, label }) => `${number} ${label}`),
  ];
}
