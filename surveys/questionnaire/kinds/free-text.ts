import { type AnswerCheck, blank, invalid, valid } from '#surveys/questionnaire/kinds/answer-check.ts';

interface TextLimits {
  readonly required: boolean;
  readonly maxLength: number;
  readonly hasLines: boolean;
}

/** Control characters, and surrogates without their other half. */
const unstorable = /[\p{Cc}\p{Cs}]/u;

/**
 * Reads a text field: line ends become `\n`, surrounding white space (the full-width space too) goes, and what
 * is then empty is no answer. Length is counted in code points, so that one emoji or rare kanji is one.
 * Control characters other than the tab (and the line end, where a text may have lines) are refused, as are
 * unpaired surrogates: neither can be stored in every database.
 */
export function validateText(limits: TextLimits, raw: readonly string[]): AnswerCheck {
  const texts = raw.map((value) => value.replace(/\r\n?/g, '\n').trim()).filter((text) => text !== '');
  const [text, ...others] = texts;
  if (text === undefined) return blank(limits);
  if (others.length > 0) return invalid({ code: 'more_than_one' });
  const inspected = limits.hasLines ? text.replaceAll('\n', '') : text;
  if (unstorable.test(inspected.replaceAll('\t', ''))) return invalid({ code: 'not_text' });
  const length = Array.from(text).length;
  return length > limits.maxLength
    ? invalid({ code: 'too_long', max: limits.maxLength, length })
    : valid(text);
}
