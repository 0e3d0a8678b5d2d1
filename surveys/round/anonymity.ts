import { smallestShownBase } from '#surveys/aggregation/disclosure/base-size.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';

/**
 * Whether nobody learns who of an audience answered what. One decision for what respondents are told (web, tablet,
 * letter and paper) and for what is done with their answers: mixing, separate texts, suppression.
 */
export function isAnonymous(audience: Audience): boolean {
  switch (audience) {
    case 'residents':
    case 'visitors':
    case 'event-participants':
      return true;
    case 'organisations':
    case 'mystery-shoppers':
    case 'ward-records':
      return false;
  }
}

/** How many answers must wait before they may be mixed into the figures while a round is fielded. */
export function mixingMinimum(audience: Audience): number {
  return isAnonymous(audience) ? smallestShownBase : 1;
}
