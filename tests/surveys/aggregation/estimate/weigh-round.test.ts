import { describe, expect, it } from 'vitest';
import { estimateWeighted } from '#surveys/aggregation/estimate/estimate-weighted.ts';
import { weighRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { formatProfile, parseProfile } from '#surveys/response/profile.ts';
import type { Frame } from '#surveys/round/frame.ts';
import { shareMeasurement, tallyWard, wardFrame, wardMargin } from './ward-tally.ts';

const target = { value: 50, unit: '%' } as const;

function weigh(counts: readonly TallyCount[], frame: Frame) {
  const weighing = weighRound(counts, frame);
  if (!weighing.ok) throw new Error(JSON.stringify(weighing.error));
  return weighing.round;
}

/** Gives every respondent of one age band another answer to the age question. */
function answerAge(counts: readonly TallyCount[], from: string, to: string): TallyCount[] {
  return counts.map((count) => {
    const profile = parseProfile(count.profile);
    return profile.age === from ? { ...count, profile: formatProfile({ ...profile, age: to }) } : count;
  });
}

describe('weighRound', () => {
  const counts = tallyWard('ward-r1.csv', ['q1', 'q2']);
  const measurement = shareMeasurement('q1');

  it('agrees with R from the tally: stratified, raked to sex, age and area', () => {
    const round = weigh(counts, wardFrame());
    const estimate = estimateWeighted({ round, measurement, baseRuleId: 'answered', target });
    // s/rake/calibrate-raking/strfpc-sex-age-area in tests/fixtures/survey-reference/cases.json
    expect(estimate?.value).toBeCloseTo(0.5319582325661365, 10);
    expect(estimate?.n).toBe(620);
    expect(estimate?.df).toBe(615);
    expect(round.summary.sumWeights).toBeCloseTo(65000, 5);
  });

  it('weights by stratum alone when the frame asks for no more', () => {
    const round = weigh(counts, wardFrame({ weighting: 'strata', margins: [] }));
    const estimate = estimateWeighted({ round, measurement, baseRuleId: 'answered', target });
    // s/weighted-proportion/svymean/strfpc-q1 and svyciprop-logit/strfpc-q1-0.95 (lowerTight)
    expect(estimate?.value).toBeCloseTo(0.5394448798920378, 12);
    expect(estimate?.interval).toMatchObject({ method: 'logit', level: 0.95 });
  });

  it('keeps those outside the base in the variance of a screened figure', () => {
    const round = weigh(counts, wardFrame());
    const all = { round, baseRuleId: 'answered', target };
    const screened = estimateWeighted({ ...all, measurement: shareMeasurement('q2') });
    expect(screened?.n).toBeLessThan(620);
    expect(screened?.standardError).toBeGreaterThan(0.02);
  });

  it('estimates one age band as a domain', () => {
    const round = weigh(counts, wardFrame());
    const isInDomain = (profile: { readonly [dimension: string]: string }) => profile.age === '75';
    const estimate = estimateWeighted({ round, measurement, baseRuleId: 'answered', target, isInDomain });
    expect(estimate?.n).toBeLessThan(200);
    expect(estimate?.n).toBeGreaterThan(50);
  });

  it('gives the same figure whatever the order, channel and grouping of the counts', () => {
    const reference = weigh(counts, wardFrame());
    const grouped = new Map<string, TallyCount>();
    for (const count of [...counts].reverse()) {
      const channel = count.measure.length % 2 === 0 ? 'paper' : 'web';
      const key = [count.stratum, count.profile, channel, count.measure, count.value].join('|');
      grouped.set(key, { ...count, channel, n: (grouped.get(key)?.n ?? 0) + count.n });
    }
    const round = weigh([...grouped.values()], wardFrame());
    const all = { measurement, baseRuleId: 'answered', target };
    expect(estimateWeighted({ round, ...all })).toEqual(estimateWeighted({ round: reference, ...all }));
    expect(round.summary).toEqual(reference.summary);
  });

  it('names the margin category without respondents and offers its neighbour', () => {
    const weighing = weighRound(answerAge(counts, '18-29', '30-44'), wardFrame());
    expect(weighing).toEqual({
      ok: false,
      error: {
        kind: 'categories-without-respondents',
        empty: [
          { margin: 'age', category: '18-29', offer: { dimension: 'age', from: '18-29', into: '30-44' } },
        ],
      },
    });
  });

  it('applies an approved merge where it is needed, and says so', () => {
    const merge = { dimension: 'age', from: '18-29', into: '30-44' } as const;
    const frame = wardFrame({ merges: [merge] });
    expect(weigh(answerAge(counts, '18-29', '30-44'), frame).appliedMerges).toEqual([merge]);
    expect(weigh(counts, frame).appliedMerges).toEqual([]);
  });

  it('weights those who gave no age as a group of their own in every margin', () => {
    const partly = counts.map((count, index) => {
      const profile = parseProfile(count.profile);
      return index % 30 < 3 ? { ...count, profile: formatProfile({ ...profile, age: 'no_answer' }) } : count;
    });
    const round = weigh(partly, wardFrame());
    expect(round.unknownShare).toBeGreaterThan(0.05);
    expect(round.summary.sumWeights).toBeCloseTo(65000, 4);
    const { cells } = round.tally;
    const unknown = cells.reduce(
      (sum, { profile, n }, cell) =>
        sum + (profile.age === 'no_answer' ? n * (round.sample.weights[cell] ?? 0) : 0),
      0,
    );
    expect(unknown / 65000).toBeCloseTo(round.unknownShare, 9);
    const women = cells.reduce(
      (sum, { profile, n }, cell) =>
        sum +
        (profile.age !== 'no_answer' && profile.sex === 'f' ? n * (round.sample.weights[cell] ?? 0) : 0),
      0,
    );
    expect(women).toBeCloseTo(33649 * (1 - round.unknownShare), 3);
  });

  it('weights an answer without a population count like a missing one, when the frame says so', () => {
    const other = counts.map((count, index) => {
      const profile = parseProfile(count.profile);
      return index % 60 < 3 ? { ...count, profile: formatProfile({ ...profile, sex: 'other' }) } : count;
    });
    expect(weighRound(other, wardFrame())).toEqual({
      ok: false,
      error: { kind: 'unknown-category', margin: 'sex', category: 'other' },
    });
    const frame = wardFrame({ unmatched: [{ dimension: 'sex', value: 'other' }] });
    expect(weigh(other, frame).unknownShare).toBeGreaterThan(0.02);
  });

  it('weights those whose stratum nobody knows as a stratum of their own, at the mean weight', () => {
    const isLost = ({ profile }: (typeof counts)[number]) => parseProfile(profile).age === '18-29';
    const lost = counts.map((count) => (isLost(count) ? { ...count, stratum: 'unknown' } : count));
    const round = weigh(lost, wardFrame({ weighting: 'strata' }));
    expect(round.unknownStratumShare).toBeGreaterThan(0.01);
    expect(round.summary.sumWeights).toBeCloseTo(65000, 6);
    const { cells } = round.tally;
    const massOf = (id: string) =>
      cells.reduce(
        (sum, { stratum, n }, cell) => sum + (stratum === id ? n * (round.sample.weights[cell] ?? 0) : 0),
        0,
      );
    expect(massOf('unknown') / 65000).toBeCloseTo(round.unknownStratumShare, 12);
    for (const { id, population } of wardFrame().strata) {
      expect(massOf(id)).toBeCloseTo(population * (1 - round.unknownStratumShare), 6);
    }
    const mean = 65000 / round.summary.n;
    const weight = round.sample.weights[cells.findIndex(({ stratum }) => stratum === 'unknown')];
    expect(weight).toBeCloseTo(mean, 9);
    expect(weigh(counts, wardFrame({ weighting: 'strata' })).unknownStratumShare).toBe(0);
  });

  it('takes a form of unknown stratum beside strata that answered nearly in full', () => {
    const strata = ['a', 'b'].map((id) => ({ id, population: 7, nIssued: 7 }));
    const profile = counts[0]?.profile ?? '';
    const [answered] = counts;
    if (!answered) throw new Error('no counts');
    const tally = [
      { ...answered, profile, stratum: 'a', n: 7 },
      { ...answered, profile, stratum: 'b', n: 6 },
      { ...answered, profile, stratum: 'unknown', n: 1 },
    ];
    const frame = wardFrame({ weighting: 'strata', margins: [], strata });
    const { sample } = weigh(tally, frame);
    expect(Math.min(...sample.weights)).toBeGreaterThanOrEqual(1);
    const tooMany = tally.map((count) => (count.stratum === 'a' ? { ...count, n: 8 } : count));
    expect(weighRound(tooMany, frame)).toMatchObject({
      error: { kind: 'more-respondents-than-people', stratum: 'a', n: 8, population: 7 },
    });
  });

  it('names a stratum of the frame without respondents, and one that the frame lacks', () => {
    const missing = wardFrame();
    const strata = [...missing.strata, { id: 'a6', population: 100, nIssued: 10 }];
    expect(weighRound(counts, { ...missing, strata })).toMatchObject({
      error: {
        kind: 'stratum-without-respondents',
        stratum: 'a6',
        offer: { dimension: 'stratum', from: 'a6' },
      },
    });
    const merges = [{ dimension: 'stratum', from: 'a6', into: 'a5' }] as const;
    const merged = weighRound(counts, { ...missing, strata, merges: [...merges], weighting: 'strata' });
    expect(merged).toMatchObject({ ok: true, round: { appliedMerges: merges } });
    expect(weighRound(counts, { ...missing, strata: strata.slice(1) })).toMatchObject({
      error: { kind: 'unknown-stratum', stratum: 'a1' },
    });
  });

  it('trims weights above the frame’s bound and keeps their sum', () => {
    const round = weigh(counts, wardFrame({ trimAtMeanTimes: 2 }));
    expect(round.summary.maxWeight).toBeLessThanOrEqual((2 * 65000) / 620 + 1e-6);
    expect(round.summary.sumWeights).toBeCloseTo(65000, 4);
  });

  it('refuses margins that no weights can meet, naming the margin', () => {
    const margins = [wardMargin('sex'), wardMargin('age')];
    const [sex] = margins;
    const women =
      sex?.categories.map((category) => ({ ...category, population: category.population * 1.1 })) ?? [];
    const frame = wardFrame({ margins: [{ by: ['sex'], categories: women }, wardMargin('age')] });
    expect(weighRound(counts, frame)).toMatchObject({
      ok: false,
      error: { kind: 'totals-disagree', margin: 'age' },
    });
  });

  it('has nothing to weight without respondents', () => {
    expect(weighRound([], wardFrame())).toEqual({ ok: false, error: { kind: 'no-respondents' } });
  });
});
