import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import type { Round, RoundState } from '#surveys/round/round.ts';
import type { KeptUntil } from '#surveys/round/terms.ts';

/** Who may move a round; the clock opens and closes it without anybody. */
export const movers = ['staff', 'manager', 'admin', 'clock'] as const;
export type Mover = (typeof movers)[number];

/** What can happen to a round in its life. */
export const transitions = [
  'request',
  'return',
  'approve',
  'open',
  'extend',
  'close',
  'finalise',
  'publish',
  'destroy_paper',
  'erase',
] as const;
export type Transition = (typeof transitions)[number];

interface TransitionRule {
  readonly from: readonly RoundState[];
  /** The state after it; null when it stays as it was. */
  readonly to: RoundState | null;
  readonly by: readonly Mover[];
  /** Whether it must be given a reason in words. */
  readonly needsReason: boolean;
}

/** When answers lie still: keeping them ends some time, whether the figures were made final or not. */
const afterFielding: readonly RoundState[] = ['closed', 'finalised', 'published'];

/** The whole life of a round: 準備中 → 承認待ち → 承認済み → 受付中 → 受付終了 → 確定 → 公表. */
export const lifecycle: Readonly<Record<Transition, TransitionRule>> = {
  request: { from: ['draft'], to: 'approval_requested', by: ['staff', 'admin'], needsReason: false },
  return: {
    from: ['approval_requested', 'approved'],
    to: 'draft',
    by: ['staff', 'manager', 'admin'],
    needsReason: true,
  },
  approve: { from: ['approval_requested'], to: 'approved', by: ['manager', 'admin'], needsReason: false },
  open: { from: ['approved'], to: 'open', by: ['clock'], needsReason: false },
  extend: { from: ['approved', 'open'], to: null, by: ['staff', 'admin'], needsReason: true },
  close: { from: ['open'], to: 'closed', by: ['staff', 'admin', 'clock'], needsReason: false },
  finalise: { from: ['closed'], to: 'finalised', by: ['staff', 'admin'], needsReason: false },
  publish: { from: ['finalised'], to: 'published', by: ['manager', 'admin'], needsReason: false },
  destroy_paper: { from: afterFielding, to: null, by: ['staff', 'admin'], needsReason: false },
  erase: { from: afterFielding, to: null, by: ['clock'], needsReason: false },
};

/** Why a round stays as it is, with what a page needs to say so. */
export type TransitionRefusal =
  | { readonly kind: 'wrong_state'; readonly state: RoundState; readonly from: readonly RoundState[] }
  | { readonly kind: 'wrong_role'; readonly by: readonly Mover[] }
  | { readonly kind: 'own_request' }
  | { readonly kind: 'reason_missing' }
  | { readonly kind: 'closing_passed' }
  | { readonly kind: 'not_due' }
  | { readonly kind: 'not_later' }
  /** Residents were told that nothing is kept beyond this day (`YYYY-MM-DD`): answers must end before it. */
  | { readonly kind: 'beyond_keeping'; readonly lastDay: string };

export type TransitionVerdict =
  | { readonly kind: 'allowed'; readonly to: RoundState }
  | { readonly kind: 'refused'; readonly refusal: TransitionRefusal };

export interface TransitionAttempt {
  readonly transition: Transition;
  readonly round: Pick<Round, 'state' | 'opensAt' | 'closesAt'> & { readonly keptUntil: KeptUntil };
  readonly mover: Mover;
  /** The account that moves it; null for the clock. */
  readonly moverId: string | null;
  /** Who asked for the approval that stands now; null when nobody did. */
  readonly requesterId: string | null;
  /** Whether the one who asked may not approve (四つの目). */
  readonly needsFourEyes: boolean;
  readonly reason: string;
  /** The closing wanted by an extension, ISO-8601 UTC. */
  readonly newClosesAt: string | null;
  /** ISO-8601 UTC. */
  readonly now: string;
}

/** Whether a round may be moved now, and where to; else the first reason why not. */
export function judgeTransition(attempt: TransitionAttempt): TransitionVerdict {
  const refusal = findRefusal(attempt);
  if (refusal) return { kind: 'refused', refusal };
  return { kind: 'allowed', to: lifecycle[attempt.transition].to ?? attempt.round.state };
}

function findRefusal(attempt: TransitionAttempt): TransitionRefusal | undefined {
  const { transition, round, mover, reason } = attempt;
  const rule = lifecycle[transition];
  if (!rule.by.includes(mover)) return { kind: 'wrong_role', by: rule.by };
  if (!rule.from.includes(round.state)) return { kind: 'wrong_state', state: round.state, from: rule.from };
  if (rule.needsReason && reason.trim() === '') return { kind: 'reason_missing' };
  return findSpecialRefusal(attempt);
}

function findSpecialRefusal(attempt: TransitionAttempt): TransitionRefusal | undefined {
  const { transition, round, mover, now } = attempt;
  const isOver = round.closesAt <= now;
  switch (transition) {
    case 'request':
      return isOver ? { kind: 'closing_passed' } : undefined;
    case 'approve':
      if (attempt.needsFourEyes && attempt.moverId === attempt.requesterId) return { kind: 'own_request' };
      return isOver ? { kind: 'closing_passed' } : undefined;
    case 'open':
      return round.opensAt <= now ? undefined : { kind: 'not_due' };
    case 'close':
      return mover !== 'clock' || isOver ? undefined : { kind: 'not_due' };
    case 'extend': {
      const { newClosesAt } = attempt;
      if (isOver && round.state === 'open') return { kind: 'closing_passed' };
      const isLater = newClosesAt !== null && newClosesAt > round.closesAt && newClosesAt > now;
      if (!isLater) return { kind: 'not_later' };
      const { paperKeptUntil, responsesKeptUntil } = round.keptUntil;
      const [lastDay = paperKeptUntil] = [paperKeptUntil, responsesKeptUntil].sort();
      return japaneseDayOf(newClosesAt) >= lastDay ? { kind: 'beyond_keeping', lastDay } : undefined;
    }
    case 'erase':
      return isKeptStill(round.keptUntil, now) ? { kind: 'not_due' } : undefined;
    case 'destroy_paper':
    case 'return':
    case 'finalise':
    case 'publish':
      return undefined;
  }
}

/** Whether single responses are still to be kept at an instant (ISO-8601 UTC): the last day included, in Japan. */
export const isKeptStill = ({ responsesKeptUntil }: KeptUntil, now: string): boolean =>
  japaneseDayOf(now) <= responsesKeptUntil;

/** What the clock has to do with a round at an instant (ISO-8601 UTC); undefined when nothing. */
export function dueTransition(
  round: Pick<Round, 'state' | 'opensAt' | 'closesAt'>,
  now: string,
): 'open' | 'close' | undefined {
  if (round.state === 'approved' && round.opensAt <= now) return 'open';
  if (round.state === 'open' && round.closesAt <= now) return 'close';
  return undefined;
}
