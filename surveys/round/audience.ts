import type { Audience } from '#surveys/questionnaire/definition.ts';

/** Whether the ward answers itself, out of its records: nobody is asked, so there are no pages, tablets or paper. */
export function isWardsOwn(audience: Audience): boolean {
  switch (audience) {
    case 'residents':
    case 'visitors':
    case 'organisations':
    case 'mystery-shoppers':
    case 'event-participants':
      return false;
    case 'ward-records':
      return true;
  }
}

/**
 * Whether the front page offers a round of an audience to all its readers. Mystery shoppers come unannounced,
 * and records are the ward's own.
 */
export function isOfferedToAll(audience: Audience): boolean {
  switch (audience) {
    case 'residents':
    case 'visitors':
    case 'organisations':
    case 'event-participants':
      return true;
    case 'mystery-shoppers':
    case 'ward-records':
      return false;
  }
}
