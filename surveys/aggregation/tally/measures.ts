/*
 * What the tally counts (集計項目), named by id; `tabulateResponse` gives every response one value of each:
 * - `respondents`: `all`.
 * - a question: an answer code, the text of a number, `answered` (multiple choice, text), or a missing value.
 * - an option of a multiple choice (not 「答えたくない」, which is no answer): `1`, `0`, or a missing value.
 * - an indicator under one base rule: a share `out`, `base` (not positive), `positive`; a mean `out` or
 *   `<sum>/<items answered>`, not reduced; a count `out` or the text of the number.
 */

/**
 * The id of the measure that counts a question's answers.
 * @example questionMeasure('sex') // 'question:sex'
 */
export const questionMeasure = (questionId: string): string => `question:${questionId}`;

/**
 * The id of the measure that counts whether an option of a multiple choice was chosen.
 * @example optionMeasure('media', 'web') // 'option:media:web'
 */
export const optionMeasure = (questionId: string, code: string): string => `option:${questionId}:${code}`;

/**
 * The id of the measure that counts an indicator under one of its base rules.
 * @example indicatorMeasure('2-3-i', 'answered') // 'indicator:2-3-i:answered'
 */
export const indicatorMeasure = (indicatorId: string, baseRuleId: string): string =>
  `indicator:${indicatorId}:${baseRuleId}`;
