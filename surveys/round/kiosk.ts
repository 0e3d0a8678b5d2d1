import { isWardsOwn } from '#surveys/round/audience.ts';
import type { Round } from '#surveys/round/round.ts';

/**
 * Whether a round may be shown on a tablet at the counter. Anybody who passes by answers there: that fits a round
 * that asks for the code of a letter, and one whose respondents choose themselves anyway; it would spoil a
 * random sample or a census that anybody can open, and a panel.
 */
export function fitsKiosk({
  access,
  design,
  audience,
}: Pick<Round, 'access' | 'design' | 'audience'>): boolean {
  return !isWardsOwn(audience) && (access === 'code' || design === 'self-selected');
}
