import type { Forecast } from '#surveys/round/forecast.ts';
import type { PageProgress } from '#surveys/round/page-progress.ts';
import { finalStates, mayChangeCodes, type RoundState } from '#surveys/round/round.ts';

/** A stratum while it is fielded. */
export interface StratumProgress {
  readonly id: string;
  /** Letters sent; null where nobody was addressed one by one. */
  readonly nIssued: number | null;
  /** Answers counted so far. */
  readonly n: number;
}

/** What a clerk should do next, most urgent first; every kind carries what its sentence needs. */
export type FieldAdvice =
  | { readonly kind: 'not_open' }
  /** Letters cannot go out: the round asks for codes, and none were made. */
  | { readonly kind: 'make_codes' }
  | { readonly kind: 'finalise' }
  | { readonly kind: 'finished' }
  | { readonly kind: 'close_now' }
  | { readonly kind: 'no_answers' }
  | { readonly kind: 'remind_strata'; readonly strata: readonly StratumProgress[] }
  | { readonly kind: 'remind_all'; readonly nMissing: number }
  | { readonly kind: 'page_loses'; readonly step: PageProgress['step']; readonly shareLost: number }
  | { readonly kind: 'wait_for_forecast' }
  | { readonly kind: 'on_plan' };

export interface AdviceInput {
  readonly state: RoundState;
  readonly hasOpened: boolean;
  readonly isPastClosing: boolean;
  /** Whether the round asks for codes, and none were made. */
  readonly lacksCodes: boolean;
  readonly forecast: Forecast;
  /** Answers planned for at closing; null where nobody was addressed one by one. */
  readonly nPlanned: number | null;
  readonly expectedRate: number;
  readonly strata: readonly StratumProgress[];
  readonly progress: readonly PageProgress[];
}

/** A stratum is behind when the forecast brings it to less than this part of its plan. */
const behindPlan = 0.8;
/** A page is pointed out when this part of those who reached the page before did not save it. */
const noticeableLoss = 0.1;
/** Fewer who began than this, and a loss may be chance. */
const minimumBegun = 30;

/**
 * Says what to do next with a round from how it stands. Strata behind plan are named only where some are and
 * others are not; when all are, everybody should be reminded. Never empty.
 */
export function adviseFielding(input: AdviceInput): readonly FieldAdvice[] {
  if (finalStates.includes(input.state)) return [{ kind: 'finished' }];
  if (input.state === 'closed') return [{ kind: 'finalise' }];
  if (input.lacksCodes && mayChangeCodes(input.state)) return [{ kind: 'make_codes' }];
  if (input.state !== 'open' || !input.hasOpened) return [{ kind: 'not_open' }];
  if (input.isPastClosing) return [{ kind: 'close_now' }];
  if (input.forecast.nNow === 0) return [{ kind: 'no_answers' }];
  const advice = [...adviseOnPlan(input), ...adviseOnPages(input.progress)];
  if (input.forecast.kind === 'too_early') advice.push({ kind: 'wait_for_forecast' });
  return advice.length > 0 ? advice : [{ kind: 'on_plan' }];
}

function adviseOnPlan({ forecast, nPlanned, strata, expectedRate }: AdviceInput): FieldAdvice[] {
  if (forecast.kind !== 'decay' || nPlanned === null) return [];
  const counted = strata.reduce((sum, { n }) => sum + n, 0);
  const growth = counted === 0 ? 1 : forecast.nAtClosing / counted;
  const addressed = strata.filter(({ nIssued }) => nIssued !== null && nIssued > 0);
  const behind = addressed.filter(
    ({ n, nIssued }) => n * growth < behindPlan * expectedRate * (nIssued ?? 0),
  );
  const isOnlySome = behind.length > 0 && behind.length < addressed.length;
  const byRate = [...behind].sort((a, b) => a.n / (a.nIssued ?? 1) - b.n / (b.nIssued ?? 1));
  const nMissing = nPlanned - forecast.nAtClosing;
  return [
    ...(isOnlySome ? [{ kind: 'remind_strata' as const, strata: byRate }] : []),
    ...(nMissing > 0 ? [{ kind: 'remind_all' as const, nMissing }] : []),
  ];
}

function adviseOnPages(progress: readonly PageProgress[]): FieldAdvice[] {
  if ((progress[0]?.n ?? 0) < minimumBegun) return [];
  const worst = progress.reduce<{ step: PageProgress['step']; shareLost: number } | undefined>(
    (found, { step, n, nLost }) => {
      const shareLost = nLost / Math.max(1, n + nLost);
      return shareLost >= noticeableLoss && shareLost > (found?.shareLost ?? 0) ? { step, shareLost } : found;
    },
    undefined,
  );
  return worst ? [{ kind: 'page_loses', ...worst }] : [];
}
