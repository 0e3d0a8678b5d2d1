import { describe, expect, it } from 'vitest';
import {
  dueTransition,
  judgeTransition,
  type Mover,
  movers,
  type Transition,
  type TransitionAttempt,
  transitions,
} from '#surveys/round/lifecycle.ts';
import { figureStateOf, isBeforeFielding, type RoundState, roundStates } from '#surveys/round/round.ts';

const opensAt = '2026-11-01T00:00:00.000Z';
const closesAt = '2026-12-01T00:00:00.000Z';
const during = '2026-11-20T00:00:00.000Z';
const keptUntil = { paperKeptUntil: '2027-03-01', responsesKeptUntil: '2031-12-01' };

function attempt(changes: Partial<TransitionAttempt> & { readonly state?: RoundState }): TransitionAttempt {
  const { state = 'draft', ...others } = changes;
  return {
    transition: 'request',
    round: { state, opensAt, closesAt, keptUntil },
    mover: 'staff',
    moverId: 'clerk',
    requesterId: null,
    needsFourEyes: true,
    reason: '理由',
    newClosesAt: '2026-12-15T00:00:00.000Z',
    now: during,
    ...others,
  };
}

/** Every way a round may go, written out: state, transition, who, next state. */
const allowed: readonly (readonly [RoundState, Transition, string, RoundState])[] = [
  ['draft', 'request', 'staff admin', 'approval_requested'],
  ['approval_requested', 'return', 'staff manager admin', 'draft'],
  ['approval_requested', 'approve', 'manager admin', 'approved'],
  ['approved', 'return', 'staff manager admin', 'draft'],
  ['approved', 'open', 'clock', 'open'],
  ['approved', 'extend', 'staff admin', 'approved'],
  ['open', 'extend', 'staff admin', 'open'],
  ['open', 'close', 'staff admin', 'closed'],
  ['closed', 'finalise', 'staff admin', 'finalised'],
  ['finalised', 'publish', 'manager admin', 'published'],
  ['closed', 'destroy_paper', 'staff admin', 'closed'],
  ['finalised', 'destroy_paper', 'staff admin', 'finalised'],
  ['published', 'destroy_paper', 'staff admin', 'published'],
];

describe('judgeTransition', () => {
  const cases = roundStates.flatMap((state) =>
    transitions.flatMap((transition) => movers.map((mover) => ({ state, transition, mover }))),
  );

  it.each(cases)('$transition of a round that is $state by $mover', ({ state, transition, mover }) => {
    const verdict = judgeTransition(attempt({ state, transition, mover }));
    const row = allowed.find(
      ([from, name, by]) => from === state && name === transition && by.split(' ').includes(mover),
    );
    if (row) expect(verdict).toEqual({ kind: 'allowed', to: row[3] });
    else expect(verdict.kind).toBe('refused');
  });

  const refusal = (changes: Partial<TransitionAttempt> & { readonly state?: RoundState }) => {
    const verdict = judgeTransition(attempt(changes));
    return verdict.kind === 'refused' ? verdict.refusal : undefined;
  };

  it('names the states in which something would be possible', () => {
    expect(refusal({ state: 'open', transition: 'finalise' })).toEqual({
      kind: 'wrong_state',
      state: 'open',
      from: ['closed'],
    });
  });

  it('names the roles that could do it', () => {
    const by: readonly Mover[] = ['manager', 'admin'];
    expect(refusal({ state: 'approval_requested', transition: 'approve' })).toEqual({
      kind: 'wrong_role',
      by,
    });
  });

  it('lets nobody approve what they asked for themselves, unless four eyes are not needed', () => {
    const own = {
      state: 'approval_requested',
      transition: 'approve',
      mover: 'admin',
      moverId: 'boss',
      requesterId: 'boss',
    } as const;
    expect(refusal(own)).toEqual({ kind: 'own_request' });
    expect(refusal({ ...own, needsFourEyes: false })).toBeUndefined();
    expect(refusal({ ...own, requesterId: 'clerk' })).toBeUndefined();
  });

  it.each([['return'], ['extend']] as const)('wants a reason in words to %s', (transition) => {
    expect(refusal({ state: 'approved', transition, reason: ' \n' })).toEqual({ kind: 'reason_missing' });
  });

  it('neither asks for nor gives approval when the closing has passed', () => {
    const late = { now: closesAt };
    expect(refusal({ ...late })).toEqual({ kind: 'closing_passed' });
    const approval = { state: 'approval_requested', transition: 'approve', mover: 'manager' } as const;
    expect(refusal({ ...late, ...approval })).toEqual({ kind: 'closing_passed' });
  });

  it('extends only to a later closing that is still to come, and not after the closing', () => {
    const extension = { state: 'open', transition: 'extend' } as const;
    expect(refusal({ ...extension, newClosesAt: closesAt })).toEqual({ kind: 'not_later' });
    expect(refusal({ ...extension, newClosesAt: null })).toEqual({ kind: 'not_later' });
    expect(refusal({ ...extension, now: closesAt })).toEqual({ kind: 'closing_passed' });
  });

  it('extends only to days before the last one that residents were told of', () => {
    const extension = { state: 'open', transition: 'extend' } as const;
    expect(refusal({ ...extension, newClosesAt: '2027-02-28T14:59:00.000Z' })).toBeUndefined();
    expect(refusal({ ...extension, newClosesAt: '2027-02-28T15:00:00.000Z' })).toEqual({
      kind: 'beyond_keeping',
      lastDay: '2027-03-01',
    });
  });

  it('lets the clock erase single responses when the last day of keeping them is over in Japan', () => {
    const erasing = { transition: 'erase', mover: 'clock' } as const;
    for (const state of ['closed', 'finalised', 'published'] as const) {
      expect(refusal({ ...erasing, state, now: '2031-12-01T14:59:59.999Z' })).toEqual({ kind: 'not_due' });
      expect(refusal({ ...erasing, state, now: '2031-12-01T15:00:00.000Z' })).toBeUndefined();
    }
    expect(refusal({ ...erasing, state: 'open', now: '2040-01-01T00:00:00.000Z' })?.kind).toBe('wrong_state');
  });

  it('lets the clock open from the opening on and close from the closing on', () => {
    const opening = { state: 'approved', transition: 'open', mover: 'clock' } as const;
    expect(refusal({ ...opening, now: '2026-10-31T23:59:59.999Z' })).toEqual({ kind: 'not_due' });
    expect(refusal({ ...opening, now: opensAt })).toBeUndefined();
    const closing = { state: 'open', transition: 'close', mover: 'clock' } as const;
    expect(refusal(closing)).toEqual({ kind: 'not_due' });
    expect(refusal({ ...closing, now: closesAt })).toBeUndefined();
  });
});

describe('dueTransition', () => {
  it.each([
    ['approved', '2026-10-31T23:59:59.999Z', undefined],
    ['approved', opensAt, 'open'],
    ['approved', closesAt, 'open'],
    ['open', during, undefined],
    ['open', closesAt, 'close'],
    ['draft', closesAt, undefined],
    ['closed', closesAt, undefined],
  ] as const)('of a round that is %s at %s is %s', (state, now, expected) => {
    expect(dueTransition({ state, opensAt, closesAt }, now)).toBe(expected);
  });
});

describe('states of a round', () => {
  it('asks nobody before it is open', () => {
    expect(roundStates.filter(isBeforeFielding)).toEqual(['draft', 'approval_requested', 'approved']);
  });

  it('has provisional figures until it is finalised, then final, at last published ones', () => {
    expect(roundStates.map(figureStateOf)).toEqual([
      ...Array.from({ length: 5 }, () => 'provisional'),
      'final',
      'published',
    ]);
  });
});
