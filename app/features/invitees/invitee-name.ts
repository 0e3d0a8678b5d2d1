import { unknownStratum, wholeStratum } from '#surveys/round/stratum.ts';

/** Who answered, in words: answers of paper or of a round without codes may have come without a name. */
export function inviteeName(stratum: string): string {
  if (stratum === wholeStratum) return '名前のない回答';
  return stratum === unknownStratum ? '名前の分からない票' : stratum;
}
