import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Got } from '#tests/reference/methods/got.ts';
import { parseReferenceFile, type ReferenceCase, UnsupportedCase } from '#tests/reference/reference-case.ts';
import { answerCase } from '#tests/reference/run-cases.ts';

const path = 'tests/fixtures/survey-reference/cases.json';
const { cases } = parseReferenceFile(readFileSync(path, 'utf8'));
const behaviours = cases.filter(({ kind, family }) => kind === 'behaviour' && family !== 'cluster');

type Answer =
  | { readonly kind: 'numbers'; readonly got: Got }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'not-offered' };

/** Our answer by the product's own path: raking is `rake`, not the imitation of R's. */
function answer(source: ReferenceCase): Answer {
  const { calibration } = source.input;
  const isRaked = calibration?.method === 'rake';
  const input = isRaked
    ? { ...source.input, calibration: { ...calibration, method: 'calibrate-raking' } }
    : source.input;
  const lonely = input.lonelyPsu === 'fail' ? { ...input, lonelyPsu: 'adjust' } : input;
  try {
    return { kind: 'numbers', got: answerCase({ ...source, input: lonely }, path) };
  } catch (error) {
    if (error instanceof UnsupportedCase) return { kind: 'not-offered' };
    if (error instanceof RangeError) return { kind: 'refused', reason: error.message };
    throw error;
  }
}

function numbersOf(source: ReferenceCase): { readonly [key: string]: number } {
  const result = answer(source);
  if (result.kind !== 'numbers') throw new Error(`${source.id}: ${JSON.stringify(result)}`);
  return result.got as { readonly [key: string]: number };
}

function expectRefused(reason: RegExp) {
  return (source: ReferenceCase) => {
    expect(answer(source)).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  };
}

const expectNotOffered = (source: ReferenceCase) => expect(answer(source)).toEqual({ kind: 'not-offered' });

interface Behaviour {
  readonly cases: RegExp;
  readonly r: string;
  readonly ours: string;
  readonly check: (source: ReferenceCase) => void;
}

/** What R answers to awkward inputs, and what we answer instead. */
const table: readonly Behaviour[] = [
  {
    cases: /binomial\/wilson-cc\//,
    r: 'at x = n/2 the “corrected” interval equals the uncorrected one',
    ours: 'the same in the test’s interval; the product shows Wilson without correction',
    check: (source) => expect(numbersOf(source).lower).toBeCloseTo(source.expected.lower as number, 10),
  },
  {
    cases: /binomial-fpc\//,
    r: 'stops when everybody was asked (n = N)',
    ours: 'the point x/n',
    check: (source) => {
      const { estimate, lower, upper } = numbersOf(source);
      expect([lower, upper]).toEqual([estimate, estimate]);
    },
  },
  {
    cases: /svyciprop-beta\/.*-df(30|Inf)$/,
    r: 'ignores the degrees of freedom asked for',
    ours: 'uses them: fewer give a wider interval',
    check: (source) => {
      const { lower = 0, upper = 0 } = numbersOf(source);
      const width = (source.expected.upper as number) - (source.expected.lower as number);
      if (source.id.endsWith('df30')) expect(upper - lower).toBeGreaterThan(width);
      else expect(upper - lower).toBeLessThan(width);
    },
  },
  {
    cases: /-noNArm$/,
    r: 'NA as soon as one respondent left the question blank',
    ours: 'a blank is outside the base by the written rule; the rest is estimated',
    check: (source) => expect(numbersOf(source).estimate).toBeCloseTo(0.36245340036718643, 12),
  },
  {
    cases: /svymean-deffTRUE\//,
    r: 'divides by Σw − n, which is 0 for weights of mean 1',
    ours: 'shows Kish’s effect and effective n, which do not depend on the scale',
    check: (source) => {
      const { kishDeff, deffReplace } = numbersOf(source);
      expect(kishDeff).toBeGreaterThan(1);
      expect(deffReplace).toBeGreaterThan(0.5);
    },
  },
  {
    cases: /svyciprop-likelihood\//,
    r: 'errors of its spline where there is nothing to interpolate',
    ours: 'no likelihood interval (the product offers logit and exact ones only)',
    check: expectRefused(/no interval|nobody in the base/),
  },
  {
    cases: /svyciprop-(logit|xlogit|beta|mean|asin)\/fpc-(yes|no)-/,
    r: 'NaN, [p, p], [0.5, 0.5] or digits of rounding when all answers are the same',
    ours: 'Clopper–Pearson on the effective n, whatever the method',
    check: (source) => {
      const { estimate = 0, lower = 0, upper = 0 } = numbersOf(source);
      expect([0, 1]).toContain(Math.round(estimate));
      if (estimate > 0.5) expect([lower > 0.7 && lower < 0.9, upper]).toEqual([true, 1]);
      else expect([lower, upper > 0.1 && upper < 0.3]).toEqual([0, true]);
    },
  },
  {
    cases: /(svymean|-(logit|xlogit|beta|mean|asin))\/(fpc-q-none|(cal)?raked-q1-empty)/,
    r: '0 with SE 0, NaN, or an error, depending on the path',
    ours: 'no figure at all: nobody is in the base',
    check: expectRefused(/nobody in the base/),
  },
  {
    cases: /-(logit|xlogit|beta|mean|asin)\/fpc-q-one(per)?-0.95$/,
    r: 'NaN: no degrees of freedom are left',
    ours: 'the share without an interval, evidence unknown',
    check: expectRefused(/no interval/),
  },
  {
    cases: /svyciprop-logit\/fpc-q-incensus/,
    r: 'an artefact of the stopping rule around the point',
    ours: 'the point: the whole stratum was observed',
    check: (source) => {
      const { estimate, lower, upper } = numbersOf(source);
      expect([estimate, lower, upper]).toEqual([0.5, 0.5, 0.5]);
    },
  },
  {
    cases: /lonely-psu\/fail/,
    r: 'stops for a stratum with a single respondent',
    ours: 'centres it on the grand mean (R’s “adjust”) and names it on the page',
    check: (source) => expect(numbersOf(source).se).toBeGreaterThan(0.12),
  },
  {
    cases: /svymean\/n1(-adjust)?$/,
    r: 'stops for a sample of one',
    ours: 'refuses a standard error',
    check: expectRefused(/one respondent/),
  },
  {
    cases: /svydesign\/fpc-below-n/,
    r: 'stops when a stratum has more respondents than people',
    ours: 'refuses, naming the stratum',
    check: (source) => {
      const asked = { ...source, method: 'svymean', input: { ...source.input, variable: 'q' } };
      expectRefused(/stratum \w+ has \d+ respondents but a population of/)(asked);
    },
  },
  {
    cases: /trim\/trimWeights-strict(TRUE|FALSE)-se\//,
    r: 'mixes weights from before and after trimming in the standard error',
    ours: 'linearises with the trimmed weights throughout; here within 1 % of R’s',
    check: (source) => {
      const got = numbersOf(source);
      for (const key of ['se:q1', 'se:q2', 'se:s1']) {
        expect((got[key] ?? 0) / (source.expected[key] as number)).toBeCloseTo(1, 1);
      }
    },
  },
  {
    cases: /trimWeights-strictTRUE\/bound-not-representable/,
    r: 'recurses until the stack ends when the bound is not exact in binary',
    ours: 'stops when no weight is outside by more than rounding',
    check: (source) => expect(numbersOf(source).maxWeight).toBeLessThanOrEqual(206 * (1 + 1e-11)),
  },
  {
    cases: /calibration-failure\/(rake|postStratify|calibrate-raking|calibrate-linear)\/missing-category/,
    r: 'an error without the name, a singular system, or a warning and the band’s people given to another band',
    ours: 'an error that names margin and category (the frame’s merge plan decides)',
    check: expectRefused(/category-without-respondents age 18-29/),
  },
  {
    cases: /postStratify-partial\//,
    r: 'drops the band: the weights sum to the rest of the population',
    ours: 'not offered: never a silent drop',
    check: expectNotOffered,
  },
  {
    cases: /category-absent-from-population/,
    r: '“This Can’t Happen”',
    ours: 'an error that names margin and category',
    check: expectRefused(/margin age has no population for/),
  },
  {
    cases: /population-zero/,
    r: '“This Can’t Happen”',
    ours: 'an error that names margin and category',
    check: expectRefused(/unknown-category age/),
  },
  {
    cases: /missing-value-in-margin/,
    r: 'an error, or misaligned weights with a warning',
    ours: 'estimators refuse; `weighRound` puts such respondents into a group of their own in every margin',
    check: expectRefused(/missing value in margin age_na/),
  },
  {
    cases: /inconsistent-totals/,
    r: 'silent: the last margin wins, or the totals are repaired',
    ours: 'an error with both totals',
    check: expectRefused(/totals-disagree/),
  },
  {
    cases: /(confounded-margins|no-solution)/,
    r: 'reports convergence although the margins do not hold, or fails without a reason',
    ours: 'not converged, naming the margin and category that stay apart',
    check: expectRefused(/not-converged (sex|area\d)/),
  },
  {
    cases: /calibrate-(linear|logit)-bounded\/infeasible-bounds/,
    r: '“Calibration failed”',
    ours: 'not converged, naming the margin and category that stay apart',
    check: expectRefused(/not-converged (sex|skew)/),
  },
  {
    cases: /-force\/infeasible-bounds/,
    r: 'returns the last iterate with a warning',
    ours: 'not offered',
    check: expectNotOffered,
  },
  {
    cases: /two-proportion(-cc)?\/30-30-vs-28-28/,
    r: 'χ² and p NaN, interval of width 0, when both groups are unanimous',
    ours: 'no statistic; between rounds Newcombe’s interval and p = 1 are shown',
    check: (source) => expect(numbersOf(source).pValue).toBeNaN(),
  },
  {
    cases: /two-round-svycontrast-narm/,
    r: 'an internal error',
    ours: 'the difference of the two bases',
    check: (source) => expect(numbersOf(source).difference).toBeCloseTo(0.13906700068232924, 12),
  },
  {
    cases: /edge-constant-column/,
    r: 'an error about contrasts',
    ours: 'no test: the table has a single column',
    check: expectRefused(/fewer than two rows or columns/),
  },
  {
    cases: /t-interval-unweighted\/vec-(3333|4)$/,
    r: 'an error for constant or single values',
    ours: 'the mean without an interval, evidence unknown',
    check: expectRefused(/fewer than two/),
  },
];

describe('where R’s answer is an artefact, ours is', () => {
  it.each(table.map((row) => [row.ours, row] as const))('%s', (_, row) => {
    const own = behaviours.filter(({ id }) => row.cases.test(id));
    expect(own.length).toBeGreaterThan(0);
    for (const source of own) row.check(source);
  });

  it('says something to every behaviour case, and one thing only', () => {
    const counts = behaviours.map(
      ({ id }) => [id, table.filter((row) => row.cases.test(id)).length] as const,
    );
    expect(counts.filter(([, n]) => n !== 1)).toEqual([]);
  });
});
