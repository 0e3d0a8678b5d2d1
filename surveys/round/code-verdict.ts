/** How a letter's code stands: to be answered, answered, withdrawn by the office, sent back by the post. */
export const codeStates = ['issued', 'used', 'void', 'returned'] as const;
export type CodeState = (typeof codeStates)[number];

/** States of a code whose letter counts: it can be answered, or was. */
export const liveCodeStates: readonly CodeState[] = ['issued', 'used'];

/** From which states a letter comes to an end that was not answered; one that came back may still be withdrawn. */
export const withdrawnFrom = {
  returned: ['issued'],
  void: ['issued', 'returned'],
} as const satisfies Readonly<Record<'returned' | 'void', readonly CodeState[]>>;

/** What every channel says of a code: phone, tablet, keyed paper and imported sheets tell it alike. */
export type CodeVerdict = 'usable' | 'used' | 'withdrawn' | 'unknown';

/**
 * Judges a code by the state that is stored of it; undefined where the round has no such code.
 * @example judgeCode('returned') // 'withdrawn'
 */
export function judgeCode(state: CodeState | undefined): CodeVerdict {
  switch (state) {
    case undefined:
      return 'unknown';
    case 'issued':
      return 'usable';
    case 'used':
      return 'used';
    case 'void':
    case 'returned':
      return 'withdrawn';
  }
}
