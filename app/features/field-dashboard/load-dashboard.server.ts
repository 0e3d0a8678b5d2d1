import type { AppLoadContext } from '@remix-run/node';
import type { DashboardView, ValueCount } from '#app/features/field-dashboard/dashboard-view.ts';
import { type DayCount, type DayDimension, listDayCounts } from '#db/queries/day-count.ts';
import { listPageCounts } from '#db/queries/page-count.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { listStratumCounts, nResponses } from '#db/queries/tally.ts';
import { adviseFielding, type StratumProgress } from '#surveys/round/field-advice.ts';
import { marginOfError } from '#surveys/round/field-precision.ts';
import { type DayArrivals, daysBetween, forecastAnswers } from '#surveys/round/forecast.ts';
import { traceProgress } from '#surveys/round/page-progress.ts';
import type { Round } from '#surveys/round/round.ts';
import { localize } from '#surveys/text.ts';

/** Response rate a round is planned for; wards that mail a random sample see 27–41 %. */
const expectedRate = 0.35;

const japaneseDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });
const dayOf = (instant: string) => japaneseDay.format(new Date(instant));

/** The dates of a round as the ward's calendar days; closing at midnight ends the day before. */
const datesOf = ({ opensAt, closesAt }: Round) => ({
  opensOn: dayOf(opensAt),
  closesOn: dayOf(new Date(Date.parse(closesAt) - 1).toISOString()),
});

/** How a round's fielding stands now. */
export async function loadDashboard(context: AppLoadContext, round: Round): Promise<DashboardView> {
  const { db, now } = context.services;
  const asOf = now().toISOString();
  const state = (await findRoundStatus(db, round.id))?.state ?? round.state;
  const counts = await listDayCounts(db, round.id);
  const strata = strataOf(round, await listStratumCounts(db, round.id));
  const progress = traceProgress(round.questionnaire, await listPageCounts(db, round.id));
  const arrivals = sumByDay(counts);
  const dates = datesOf(round);
  const today = state === 'open' ? dayOf(asOf) : '9999-12-31';
  const forecast = forecastAnswers({ arrivals, ...dates, today });
  const plan = planOf(round);
  return {
    state,
    asOf,
    nAnswers: await nResponses(db, round.id),
    nCounted: strata.counted,
    days: listDays(arrivals, dates, dayOf(asOf)),
    channels: sumByValue(counts, 'channel'),
    languages: sumByValue(counts, 'language'),
    strata: strata.shown,
    plan,
    forecast,
    margin: {
      now: marginOfError(round, forecast.nNow),
      atClosing: forecast.kind === 'too_early' ? null : marginOfError(round, forecast.nAtClosing),
    },
    progress: progress.map((line) => ({ ...line, title: titleOf(round, line.step) })),
    advice: adviseFielding({
      state,
      hasOpened: round.opensAt <= asOf,
      isPastClosing: round.closesAt <= asOf,
      forecast,
      nPlanned: plan?.nPlanned ?? null,
      expectedRate,
      strata: strata.shown,
      progress,
    }),
  };
}

const planOf = ({ nIssued }: Round) =>
  nIssued === null ? null : { nIssued, expectedRate, nPlanned: Math.round(nIssued * expectedRate) };

function titleOf({ questionnaire }: Round, step: ReturnType<typeof traceProgress>[number]['step']) {
  if (step.kind !== 'page') return null;
  const page = questionnaire.pages.find(({ id }) => id === step.pageId);
  return page ? localize(page.title, 'ja') : null;
}

/** Strata of the frame with what was counted of each, then those only the answers know. */
function strataOf({ frame }: Round, counts: readonly { readonly stratum: string; readonly n: number }[]) {
  const counted = counts.reduce((sum, { n }) => sum + n, 0);
  const nByStratum = new Map(counts.map(({ stratum, n }) => [stratum, n]));
  const framed = (frame?.strata ?? []).map(
    ({ id, nIssued }): StratumProgress => ({ id, nIssued, n: nByStratum.get(id) ?? 0 }),
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
