/** Weights of the five digits, by the 全国地方公共団体コード of the 総務省. */
const weights = [6, 5, 4, 3, 2];

/**
 * A municipality's code with its check digit: eleven less the remainder of the weighted sum by eleven, its last digit.
 * @param code Five digits: prefecture and municipality.
 * @example withCheckDigit('13101') // '131016'
 */
export function withCheckDigit(code: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(code[place]), 0);
  return `${code}${(11 - (sum % 11)) % 10}`;
}
