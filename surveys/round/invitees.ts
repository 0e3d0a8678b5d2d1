import type { Round } from '#surveys/round/round.ts';

/** Somebody who is asked by name in an attributed round, with how many answers they may give. */
export interface Invitee {
  readonly name: string;
  /** Codes for them: one for an organisation, one a visit for a mystery shopper. */
  readonly nCodes: number;
}

/** Whether those who are asked are named one by one: organisations and mystery shoppers. */
export function isAskedByName({ audience }: Pick<Round, 'audience'>): boolean {
  switch (audience) {
    case 'organisations':
    case 'mystery-shoppers':
      return true;
    case 'residents':
    case 'visitors':
    case 'event-participants':
    case 'ward-records':
      return false;
  }
}

/** What is wrong with a line of the list, counted from 1. */
export interface InviteeProblem {
  readonly line: number;
  readonly kind: 'too_long' | 'repeated' | 'wrong_number';
}

export type InviteeList =
  | { readonly ok: true; readonly invitees: readonly Invitee[] }
  | { readonly ok: false; readonly problems: readonly InviteeProblem[] };

const longestName = 60;
const mostCodes = 100;

/**
 * Reads a list of names, one a line, each with a number after a comma or tab where it is not 1. Full-width
 * digits and commas are read like others; empty lines do not matter; a name may stand on one line only.
 * @returns the invitees in their order (none for an empty text), or every line that is wrong
 * @example parseInvitees('北港会\n調査員A, 3')
 */
export function parseInvitees(text: string): InviteeList {
  const invitees: Invitee[] = [];
  const problems: InviteeProblem[] = [];
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (raw.trim() === '') continue;
    const [, name = '', number = '1'] =
      /^(.*?)(?:[,、\t]\s*([^,、\t]*))?$/.exec(raw.normalize('NFKC').trim()) ?? [];
    const problem = findProblem(name.trim(), number.trim(), invitees);
    if (problem) problems.push({ line: index + 1, kind: problem });
    else invitees.push({ name: name.trim(), nCodes: Number(number) });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, invitees };
}

function findProblem(
  name: string,
  number: string,
  before: readonly Invitee[],
): InviteeProblem['kind'] | undefined {
  if (name === '' || name.length > longestName) return 'too_long';
  if (!/^\d{1,3}$/.test(number) || Number(number) < 1 || Number(number) > mostCodes) return 'wrong_number';
  return before.some((invitee) => invitee.name === name) ? 'repeated' : undefined;
}
