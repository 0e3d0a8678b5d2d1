import type { FormWords } from '#app/i18n/ja/form.ts';

/** How much may be written, and how much room is left in what already is. */
export function lengthHint(maxLength: number, value: string, words: FormWords): string {
  if (value === '') return words.maxLength(maxLength);
  const nLeft = maxLength - [...value].length;
  const room = nLeft < 0 ? words.excessLength(-nLeft) : words.remainingLength(nLeft);
  return `${words.maxLength(maxLength)} ${room}`;
}
