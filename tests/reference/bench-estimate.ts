/**
 * Times the estimates of a live page: 12 indicators × 5 age bands, raked to sex × age and age × area, with
 * standard errors and intervals, from tallies of 10⁴, 10⁶ and 10⁸ responses.
 *
 *     npm run bench:estimate
 *
 * Prints milliseconds (median and worst of the repetitions) for the whole recomputation from the tally, for
 * the weighting alone and for one further figure, and the ratio of each size to the smallest.
 */
import { performance } from 'node:perf_hooks';
import { estimateWeighted } from '#surveys/aggregation/estimate/estimate-weighted.ts';
import { weighRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Measurement } from '#surveys/questionnaire/definition.ts';
import { formatProfile } from '#surveys/response/profile.ts';
import type { Frame, FrameMargin } from '#surveys/round/frame.ts';
import { makeRandom } from './random.ts';

const sexes = ['f', 'm'];
const ages = ['18-29', '30-44', '45-59', '60-74', '75'];
const areas = ['a1', 'a2', 'a3', 'a4', 'a5'];
const indicators = Array.from({ length: 12 }, (_, index) => `i${index + 1}`);
const target = { value: 50, unit: '%' } as const;

function measurementOf(indicator: string): Measurement {
  const rule = { id: 'all', label: { ja: '回答者' }, outOfBase: ['no_answer'] };
  return { kind: 'share', indicator, question: indicator, positive: ['1'], baseRules: [rule] };
}

/** Every cell gets counts in proportion to the size, so that only the magnitude of the numbers differs. */
function makeTally(nResponses: number): TallyCount[] {
  const random = makeRandom(7);
  return areas.flatMap((area) =>
    sexes.flatMap((sex) =>
      ages.flatMap((age) => {
        const n = Math.round((nResponses / 50) * (0.6 + 0.8 * random()));
        const cell = { stratum: area, profile: formatProfile({ sex, age, area }), channel: 'web' };
        return [
          { ...cell, measure: 'respondents', value: 'all', n },
          ...indicators.flatMap((indicator) => {
            const out = Math.round(n * 0.1 * random());
            const positive = Math.round((n - out) * (0.2 + 0.6 * random()));
            const measure = `indicator:${indicator}:all`;
            return [
              { ...cell, measure, value: 'out', n: out },
              { ...cell, measure, value: 'positive', n: positive },
              { ...cell, measure, value: 'base', n: n - out - positive },
            ];
          }),
        ];
      }),
    ),
  );
}

function makeFrame(perCell: number): Frame {
  const margin = (by: FrameMargin['by'], keys: string[][], cells: number): FrameMargin => ({
    by,
    categories: keys.map((key) => ({ key, population: perCell * cells })),
  });
  const cross = (left: string[], right: string[]) => left.flatMap((a) => right.map((b) => [a, b]));
  return {
    source: 'bench',
    asOf: '2026-04-01',
    strata: areas.map((id) => ({ id, population: perCell * 10, nIssued: null })),
    weighting: 'rake',
    margins: [margin(['sex', 'age'], cross(sexes, ages), 5), margin(['age', 'area'], cross(ages, areas), 2)],
    unmatched: [],
    merges: [],
    trimAtMeanTimes: null,
  };
}

function recompute(counts: readonly TallyCount[], frame: Frame): number {
  const weighing = weighRound(counts, frame);
  if (!weighing.ok) throw new Error(JSON.stringify(weighing.error));
  let figures = 0;
  for (const indicator of indicators) {
    const measurement = measurementOf(indicator);
    for (const age of ages) {
      const isInDomain = (profile: { readonly [dimension: string]: string }) => profile.age === age;
      const input = { round: weighing.round, measurement, baseRuleId: 'all', target, isInDomain };
      if (estimateWeighted(input)?.interval) figures += 1;
    }
  }
  return figures;
}

const repetitions = 60;

function summarise(durations: readonly number[]) {
  const sorted = [...durations].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 };
}

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

const inputs = [1e4, 1e6, 1e8].map((size) => ({
  size,
  counts: makeTally(size),
  frame: makeFrame(Math.max(2000, size / 10)),
  whole: [] as number[],
  weighting: [] as number[],
}));
// The sizes take turns, so that warming up and a busy machine meet them all alike.
for (let round = -20; round < repetitions; round++) {
  for (const { counts, frame, whole, weighting } of inputs) {
    const durations = [time(() => recompute(counts, frame)), time(() => weighRound(counts, frame))];
    if (round < 0) continue;
    whole.push(durations[0] ?? 0);
    weighting.push(durations[1] ?? 0);
  }
}
const rows = inputs.map(({ size, counts, frame, whole, weighting }) => ({
  size,
  figures: recompute(counts, frame),
  whole: summarise(whole),
  weighting: summarise(weighting),
}));

const first = rows[0];
console.log(
  'responses  figures  recomputation ms (median, worst)  weighting ms  per figure ms  ratio to 1e4',
);
for (const { size, figures, whole, weighting } of rows) {
  console.log(
    [
      size.toExponential(0).padEnd(9),
      String(figures).padStart(7),
      `${whole.median.toFixed(2)}, ${whole.worst.toFixed(2)}`.padStart(33),
      weighting.median.toFixed(2).padStart(13),
      ((whole.median - weighting.median) / figures).toFixed(3).padStart(14),
      (whole.median / (first?.whole.median ?? 1)).toFixed(2).padStart(13),
    ].join('  '),
  );
}
