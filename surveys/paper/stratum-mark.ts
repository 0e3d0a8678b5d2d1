import type { Round } from '#surveys/round/round.ts';

/** Stratum of responses whose round draws none. */
const noStratum = 'all';
/** Stratum of a form whose letter, and so whose stratum, nobody can tell. */
export const unknownStratum = 'unknown';

type Drawn = Pick<Round, 'frame' | 'access'>;

/** A stratum with the number that its forms carry in print. */
export interface StratumMark {
  readonly number: number;
  readonly stratum: string;
}

/** The marks of a round's strata, numbered from 1 in the order of the frame; empty without strata. */
export function listStratumMarks({ frame }: Pick<Round, 'frame'>): readonly StratumMark[] {
  return (frame?.strata ?? []).map(({ id }, index) => ({ number: index + 1, stratum: id }));
}

/**
 * The stratum of a form without a code: by the mark that was typed (its number, or the stratum's own name),
 * `unknown` without one where the round draws strata or asks for codes, `all` where it does neither.
 * @returns undefined for a mark that the round does not have
 */
export function stratumOfMark(round: Drawn, mark: string): string | undefined {
  const typed = mark.normalize('NFKC').trim();
  const marks = listStratumMarks(round);
  if (typed === '') return marks.length > 0 || round.access === 'code' ? unknownStratum : noStratum;
  if (typed === unknownStratum) return unknownStratum;
  return marks.find(({ number, stratum }) => stratum === typed || String(number) === typed)?.stratum;
}
