import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/connect.ts';
import { countCodes } from '#db/queries/access-code.ts';
import { hasLiveCodes } from '#db/queries/code-state.ts';
import { type DayCount, type DayDimension, listDayCounts } from '#db/queries/day-count.ts';
import { listPageCounts } from '#db/queries/page-count.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { findRoundSetup } from '#db/queries/round-setup.ts';
import { listStratumCounts, nResponses } from '#db/queries/tally.ts';
import type { CodeState } from '#surveys/round/code-verdict.ts';
import { adviseFielding, type FieldAdvice, type StratumProgress } from '#surveys/round/field-advice.ts';
import { marginOfError } from '#surveys/round/field-precision.ts';
import { type DayArrivals, daysBetween, type Forecast, forecastAnswers } from '#surveys/round/forecast.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import { type PageProgress, traceProgress } from '#surveys/round/page-progress.ts';
import { isBeforeFielding, type Round, type RoundState } from '#surveys/round/round.ts';
import { usualPlan } from '#surveys/round/setup.ts';
import { localize } from '#surveys/text.ts';

/** How many answers have one value of what is counted by day. */
export interface ValueCount {
  readonly value: string;
  readonly n: number;
}

/** What the field dashboard shows, at first and with every event. */
export interface DashboardView {
  readonly state: RoundState;
  /** When the view was computed, ISO-8601 UTC. */
  readonly asOf: string;
  /** Every accepted answer. */
  readonly nAnswers: number;
  /** Those counted by stratum: answers are mixed in by batches. */
  readonly nCounted: number;
  readonly days: readonly DayArrivals[];
  readonly channels: readonly ValueCount[];
  readonly languages: readonly ValueCount[];
  /** Empty where the round draws no strata. */
  readonly strata: readonly StratumProgress[];
  /** Letters with a code that went out, void ones left out; null where there are none, or none any more. */
  readonly letters: { readonly nSent: number; readonly nReturned: number } | null;
  /** null where nobody was addressed one by one. */
  readonly plan: {
    /** Letters sent; as many as the round plans, where nobody knows how many were. */
    readonly nIssued: number;
    readonly expectedRate: number;
    readonly nPlanned: number;
  } | null;
  readonly forecast: Forecast;
  /** Half-widths, 0–1; null where the design knows no sampling error, or the forecast no count. */
  readonly margin: { readonly now: number | null; readonly atClosing: number | null };
  /** Empty for a questionnaire of one page. */
  readonly progress: readonly (PageProgress & { readonly title: string | null })[];
  readonly advice: readonly FieldAdvice[];
}

/** The dates of a round as the ward's calendar days; closing at midnight ends the day before. */
const datesOf = ({ opensAt, closesAt }: Round) => ({
  opensOn: japaneseDayOf(opensAt),
  closesOn: japaneseDayOf(new Date(Date.parse(closesAt) - 1).toISOString()),
});

/** How a round's fielding stands now. */
export async function loadDashboard({ db, now }: Services, round: Round): Promise<DashboardView> {
  const asOf = now().toISOString();
  const state = (await findRoundStatus(db, round.id))?.state ?? round.state;
  const counts = await listDayCounts(db, round.id);
  const letters = await countLetters(db, round);
  const strata = strataOf(round, await listStratumCounts(db, round.id), letters);
  const isPaged = round.questionnaire.layout === 'pages';
  const progress = isPaged ? traceProgress(round.questionnaire, await listPageCounts(db, round.id)) : [];
  const arrivals = sumByDay(counts);
  const dates = datesOf(round);
  const forecast = forecastAnswers({ arrivals, ...dates, today: todayOf(state, asOf) });
  const expectedRate = (await findRoundSetup(db, round.id))?.plan.responseRate ?? usualPlan.responseRate;
  const plan = planOf({ ...round, nIssued: letters?.nSent ?? round.nIssued }, expectedRate);
  return {
    state,
    asOf,
    nAnswers: await nResponses(db, round.id),
    nCounted: strata.counted,
    days: listDays(arrivals, dates, japaneseDayOf(asOf)),
    channels: sumByValue(counts, 'channel'),
    languages: sumByValue(counts, 'language'),
    strata: strata.shown,
    letters: letters && { nSent: letters.nSent, nReturned: letters.nReturned },
    plan,
    forecast,
    margin: {
      now: marginOfError(round, forecast.nNow),
      atClosing: 'nAtClosing' in forecast ? marginOfError(round, forecast.nAtClosing) : null,
    },
    progress: progress.map((line) => ({ ...line, title: titleOf(round, line.step) })),
    advice: adviseFielding({
      state,
      hasOpened: round.opensAt <= asOf,
      isPastClosing: round.closesAt <= asOf,
      lacksCodes: round.access === 'code' && !(await hasLiveCodes(db, round.id)),
      forecast,
      nPlanned: plan?.nPlanned ?? null,
      expectedRate,
      strata: strata.shown,
      progress,
    }),
  };
}

/** The day that a forecast is made on: none is made before fielding, and after it there is nothing to foresee. */
function todayOf(state: RoundState, asOf: string): string {
  if (isBeforeFielding(state)) return '0000-01-01';
  return state === 'open' ? japaneseDayOf(asOf) : '9999-12-31';
}

/** How many answers the one who prepared the round reckoned with; shoppers and organisations were told a number. */
function planOf({ nIssued, audience }: Round, expectedRate: number) {
  if (nIssued === null || isAskedByName({ audience })) return null;
  return { nIssued, expectedRate, nPlanned: Math.round(nIssued * expectedRate) };
}

function titleOf({ questionnaire }: Round, step: ReturnType<typeof traceProgress>[number]['step']) {
  if (step.kind !== 'page') return null;
  const page = questionnaire.pages.find(({ id }) => id === step.pageId);
  return page ? localize(page.title, 'ja') : null;
}

/** Letters that were void before they could be answered stand for nobody. */
const sentStates: readonly CodeState[] = ['issued', 'used', 'returned'];

/** How many letters went out, in all and by stratum; null where nobody got one, or their codes are gone. */
async function countLetters(db: Db, round: Round) {
  if (round.access !== 'code' || isAskedByName(round)) return null;
  const sent = (await countCodes(db, round.id)).filter(({ state }) => sentStates.includes(state));
  const sumOf = (counts: typeof sent) => counts.reduce((sum, { n }) => sum + n, 0);
  if (sent.length === 0) return null;
  return {
    nSent: sumOf(sent),
    nReturned: sumOf(sent.filter(({ state }) => state === 'returned')),
    sentTo: (stratum: string) => sumOf(sent.filter((count) => count.stratum === stratum)),
  };
}

type Letters = Awaited<ReturnType<typeof countLetters>>;

/** Strata of the frame with what was counted of each, then those only the answers know. */
function strataOf(
  { frame }: Round,
  counts: readonly { readonly stratum: string; readonly n: number }[],
  letters: Letters,
) {
  const counted = counts.reduce((sum, { n }) => sum + n, 0);
  const nByStratum = new Map(counts.map(({ stratum, n }) => [stratum, n]));
  const framed = (frame?.strata ?? []).map(
    ({ id, nIssued }): StratumProgress => ({
      id,
      nIssued: letters ? letters.sentTo(id) : nIssued,
      n: nByStratum.get(id) ?? 0,
    }),
  );
  const known = new Set(framed.map(({ id }) => id));
  const others = counts
    .filter(({ stratum }) => !known.has(stratum))
    .map(({ stratum, n }): StratumProgress => ({ id: stratum, nIssued: null, n }));
  const all = [...framed, ...others];
  return { counted, shown: all.length > 1 ? all : [] };
}

/** Every answer is counted once per dimension: the channel stands for all of a day. */
function sumByDay(counts: readonly DayCount[]): readonly DayArrivals[] {
  const sums = new Map<string, number>();
  for (const { day, dimension, n } of counts) {
    if (dimension === 'channel') sums.set(day, (sums.get(day) ?? 0) + n);
  }
  return [...sums].map(([day, n]) => ({ day, n }));
}

function sumByValue(counts: readonly DayCount[], wanted: DayDimension): readonly ValueCount[] {
  const sums = new Map<string, number>();
  for (const { dimension, value, n } of counts) {
    if (dimension === wanted) sums.set(value, (sums.get(value) ?? 0) + n);
  }
  return [...sums].map(([value, n]) => ({ value, n })).sort((a, b) => b.n - a.n);
}

/** Every day of fielding so far, those without answers included, and days outside it that have some. */
function listDays(
  arrivals: readonly DayArrivals[],
  { opensOn, closesOn }: { readonly opensOn: string; readonly closesOn: string },
  today: string,
): readonly DayArrivals[] {
  const nByDay = new Map(arrivals.map(({ day, n }) => [day, n]));
  const last = today < closesOn ? today : closesOn;
  for (let index = 0; index <= daysBetween(opensOn, last); index += 1) {
    const day = new Date(Date.parse(opensOn) + index * 86_400_000).toISOString().slice(0, 10);
    if (!nByDay.has(day)) nByDay.set(day, 0);
  }
  return [...nByDay].map(([day, n]) => ({ day, n })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
