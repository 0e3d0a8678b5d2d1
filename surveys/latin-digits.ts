/**
 * Digits of another script (Nepali keyboards have their own) as Latin ones; full-width ones are left to NFKC.
 * @example latinDigits('१२') // '12'
 */
export const latinDigits = (text: string): string =>
  text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
