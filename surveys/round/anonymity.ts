import type { Audience } from '#surveys/questionnaire/definition.ts';

/** Whether respondents of an audience are told that nobody learns who answered what. */
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
  return isAnonymous(audience) ? 10 : 1;
}
