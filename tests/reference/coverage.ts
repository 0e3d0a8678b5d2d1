/**
 * Coverage of the published 95 % intervals, by simulation from a known ward.
 *
 *     npm run coverage            10,000 samples per design (a few minutes)
 *     npm run coverage -- 1000    fewer samples
 *
 * The ward is fixed: every resident has an answer to every question, depending on sex, age and area. Each
 * sample draws letters by area without replacement; who answers depends only on sex and age, which the margins
 * cover. Everything from the tally to the interval is the product's own path. Seeded: the same table every
 * time. Exits with 1 when a weighted share between 10 and 90 % with n ≥ 400 is outside 94–96 %.
 */
import { estimateWeighted } from '#surveys/aggregation/estimate/estimate-weighted.ts';
import { weighRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import { wilson } from '#surveys/aggregation/estimate/wilson.ts';
import type { Frame } from '#surveys/round/frame.ts';
import { drawSample, makeWard, marginOf, type Questions, questions, type Ward } from './coverage-ward.ts';
import { makeRandom } from './random.ts';

interface Design {
  readonly name: string;
  readonly lettersPerArea: number;
  readonly margins: readonly Frame['margins'][number]['by'][];
}

const designs: readonly Design[] = [
  { name: 'sex + age + area', lettersPerArea: 260, margins: [['sex'], ['age'], ['area']] },
  { name: 'sex×age + area', lettersPerArea: 300, margins: [['sex', 'age'], ['area']] },
  {
    name: 'sex×age + age×area',
    lettersPerArea: 700,
    margins: [
      ['sex', 'age'],
      ['age', 'area'],
    ],
  },
];

interface Tracker {
  covered: number;
  plainCovered: number;
  sum: number;
  squares: number;
  errors: number;
}

const nSamples = Number(process.argv[2] ?? 10_000);
const ward = makeWard(makeRandom(20_260_401));
let isOutside = false;
console.log(
  `${nSamples} samples per design; Monte Carlo error ${(monteCarloError(0.95) * 100).toFixed(2)} points`,
);
for (const [index, design] of designs.entries()) runDesign(design, index);
process.exit(isOutside ? 1 : 0);

function runDesign(design: Design, index: number): void {
  const random = makeRandom(1000 + index);
  const frame = makeFrame(ward, design);
  const trackers = new Map<string, Tracker>(
    questions.map(({ id }) => [id, { covered: 0, plainCovered: 0, sum: 0, squares: 0, errors: 0 }]),
  );
  let smallest = Number.POSITIVE_INFINITY;
  let respondents = 0;
  let merged = 0;
  for (let sample = 0; sample < nSamples; sample++) {
    const { counts, n, plain } = drawSample(ward, design.lettersPerArea, random);
    const weighing = weighRound(counts, frame);
    if (!weighing.ok) throw new Error(JSON.stringify(weighing.error));
    smallest = Math.min(smallest, n);
    respondents += n;
    if (weighing.round.appliedMerges.length > 0) merged += 1;
    for (const question of questions)
      track(question, trackers, { round: weighing.round, n, x: plain.get(question.id) ?? 0 });
  }
  console.log(
    `\n${design.name}: n ${(respondents / nSamples).toFixed(0)} on average, ${smallest} at least; ${merged} samples needed a merge`,
  );
  console.log('truth %  mean %  error of mean  SD points  mean SE  coverage %  (± MC)  plain Wilson %');
  for (const question of questions) report(question, trackers);
}

interface Drawn {
  readonly round: Parameters<typeof estimateWeighted>[0]['round'];
  readonly n: number;
  readonly x: number;
}

function track(question: Questions[number], trackers: Map<string, Tracker>, { round, n, x }: Drawn): void {
  const truth = ward.shares.get(question.id) ?? 0;
  const target = { value: 50, unit: '%' } as const;
  const estimate = estimateWeighted({ round, measurement: question.measurement, baseRuleId: 'all', target });
  const tracker = trackers.get(question.id);
  if (!estimate?.interval || !tracker) throw new Error('no estimate');
  const plain = wilson({ x, n, level: 0.95 });
  if (estimate.interval.lower <= truth && truth <= estimate.interval.upper) tracker.covered += 1;
  if (plain && plain.lower <= truth && truth <= plain.upper) tracker.plainCovered += 1;
  tracker.sum += estimate.value;
  tracker.squares += (estimate.value - truth) ** 2;
  tracker.errors += estimate.standardError ?? 0;
}

function report(question: Questions[number], trackers: Map<string, Tracker>): void {
  const tracker = trackers.get(question.id) as Tracker;
  const truth = ward.shares.get(question.id) ?? 0;
  const coverage = tracker.covered / nSamples;
  const mean = tracker.sum / nSamples;
  const deviation = Math.sqrt(tracker.squares / nSamples - (mean - truth) ** 2);
  const isWithin = coverage >= 0.94 && coverage <= 0.96;
  if (truth >= 0.1 && truth <= 0.9 && !isWithin) isOutside = true;
  const percent = (value: number, digits: number, width: number) =>
    (value * 100).toFixed(digits).padStart(width);
  console.log(
    [
      percent(truth, 2, 7),
      percent(mean, 2, 6),
      percent(mean - truth, 3, 13),
      percent(deviation, 3, 9),
      percent(tracker.errors / nSamples, 3, 7),
      percent(coverage, 2, 10),
      percent(monteCarloError(coverage), 2, 7),
      percent(tracker.plainCovered / nSamples, 1, 14),
      isWithin ? '' : 'OUTSIDE 94–96',
    ].join('  '),
  );
}

function makeFrame(source: Ward, design: Design): Frame {
  return {
    source: 'simulation',
    asOf: '2026-04-01',
    strata: marginOf(source, ['area']).categories.map(({ key, population }) => ({
      id: key[0] ?? '',
      population,
      nIssued: design.lettersPerArea,
    })),
    weighting: 'rake',
    margins: design.margins.map((by) => marginOf(source, by)),
    unmatched: [],
    merges: [{ dimension: 'age', from: '18-29', into: '30-44' }],
    trimAtMeanTimes: null,
  };
}

function monteCarloError(coverage: number): number {
  return Math.sqrt((coverage * (1 - coverage)) / nSamples);
}
