import { latinDigits } from '#surveys/latin-digits.ts';
import type { Round } from '#surveys/round/round.ts';
import { unknownStratum, wholeStratum } from '#surveys/round/stratum.ts';

/** A stratum with the number that its forms carry in print. */
export interface StratumMark {
  readonly number: number;
  readonly stratum: string;
}

/** The marks of a round's strata, numbered from 1 in the order of the frame; empty with fewer than two strata. */
export function listStratumMarks({ frame }: Pick<Round, 'frame'>): readonly StratumMark[] {
  const strata = frame?.strata ?? [];
  return strata.length < 2 ? [] : strata.map(({ id }, index) => ({ number: index + 1, stratum: id }));
}

/**
 * The stratum of a form without a code: by the mark that was typed (its number, or the stratum's own name).
 * Without one it is the only stratum where there is one, `unknown` where there are several or letters carry
 * codes, else that of everybody.
 * @returns undefined for a mark that the round does not have
 */
export function stratumOfMark(round: Pick<Round, 'frame' | 'access'>, mark: string): string | undefined {
  const typed = latinDigits(mark.normalize('NFKC')).trim();
  if (typed === '') return withoutMark(round);
  if (typed === unknownStratum) return unknownStratum;
  return listStratumMarks(round).find(({ number, stratum }) => stratum === typed || String(number) === typed)
    ?.stratum;
}

function withoutMark({ frame, access }: Pick<Round, 'frame' | 'access'>): string {
  const [first, second] = frame?.strata ?? [];
  if (second) return unknownStratum;
  if (first) return first.id;
  return access === 'code' ? unknownStratum : wholeStratum;
}
