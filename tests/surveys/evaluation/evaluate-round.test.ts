import { describe, expect, it } from 'vitest';
import { tabulate } from '#surveys/aggregation/tally/tabulate.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import { indicatorResultSchema } from '#surveys/evaluation/indicator-result.ts';
import { describeProvenance, hashResult } from '#surveys/evaluation/provenance.ts';
import { composeQuestionnaire, selectIndicators } from '#surveys/questionnaire/compose.ts';
import type { SurveyResponse } from '#surveys/response/answers.ts';
import { profileOf } from '#surveys/response/profile.ts';
import type { Frame } from '#surveys/round/frame.ts';
import type { Round } from '#surveys/round/round.ts';
import { makeRound } from '#tests/helpers/make-round.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');
const { recipes, blocks } = loadCatalogQuestionnaires('surveys/catalog/konohana');
const recipe = recipes.find(({ id }) => id === 'residents');
if (!recipe) throw new Error('no residents questionnaire');
const questionnaire = composeQuestionnaire(selectIndicators(recipe, blocks, ['1-1']), blocks);

const frame: Frame = {
  source: '試験の人口',
  asOf: '2026-10-01',
  strata: [{ id: 'all', population: 1000, nIssued: 100 }],
  weighting: 'rake',
  margins: [
    {
      by: ['sex'],
      categories: [
        { key: ['f'], population: 500 },
        { key: ['m'], population: 500 },
      ],
    },
  ],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
};

const respond = (sex: string, answer: string, times: number): SurveyResponse[] => {
  const answers = { 'q1-1': answer, sex };
  const profile = profileOf(questionnaire, answers);
  return Array.from({ length: times }, () => ({ stratum: 'all', profile, channel: 'web', answers }));
};

// 30 women of whom 24 agree, 10 men of whom 2 agree: plain 26/40, weighted to equal halves (0.8 + 0.2) / 2.
const responses = [
  ...respond('f', 'agree', 24),
  ...respond('f', 'disagree', 6),
  ...respond('m', 'rather-agree', 2),
  ...respond('m', 'dont-know', 8),
];
const tally = tabulate(questionnaire, responses);

const round: Round = makeRound({ id: 'r', questionnaire, frame, populationSize: 1000 });
const evaluate = (changes: Partial<Round> = {}) =>
  evaluateRound({ plan, round: { ...round, ...changes }, tally, state: 'final' });

describe('evaluateRound', () => {
  it('gives the plain figure and the weighted one beside it', () => {
    const [evaluated] = evaluate().indicators;
    expect(evaluated?.result.value).toBe(26 / 40);
    expect(evaluated?.result.display).toBe('65.0');
    expect(evaluated?.result.weighted?.value).toBeCloseTo(0.5, 12);
    expect(evaluated?.result.weighted?.display).toBe('50.0');
    // Kish: weights 500/30 and 500/10, n Σw² / (Σw)² = 40 (30·(50/3)² + 10·50²) / 1000².
    expect(evaluated?.result.weighted?.designEffect).toBeCloseTo(
      (40 * (30 * (50 / 3) ** 2 + 10 * 2500)) / 1e6,
      10,
    );
    expect(indicatorResultSchema.safeParse(evaluated?.result).success).toBe(true);
  });

  it('says in the method note what was asked, who is in the base and how it is weighted', () => {
    const note = evaluate().indicators[0]?.result.methodNote ?? [];
    expect(note.map(({ term }) => term)).toEqual(['設問', '母数', '誤差の範囲', '補正']);
    expect(note[0]?.text).toContain('「実感している」と「どちらかといえば実感している」');
    expect(note[3]?.text).toContain('試験の人口(2026-10-01現在)をもとに、性別の人口');
  });

  it('says between which round numbers the weights lie, not what they are', () => {
    // The weights are 2/3 and 2 times their mean.
    expect(evaluate().indicators[0]?.result.methodNote[3]?.text).toContain(
      '重みは平均の0.5倍から2倍の間、実質的な回答数は30件分です。',
    );
    const strata = { ...frame, weighting: 'strata' as const, margins: [] };
    expect(evaluate({ frame: strata }).indicators[0]?.result.methodNote[3]?.text).toContain(
      '重みは平均の1倍から1倍の間',
    );
  });

  it('says what part gave no answer on a margin in whole percent, and not at all below ten people', () => {
    const noteWith = (nUnknown: number) => {
      const answers = { 'q1-1': 'agree' };
      const unknown = Array.from(
        { length: nUnknown },
        (): SurveyResponse => ({
          stratum: 'all',
          profile: profileOf(questionnaire, answers),
          channel: 'web',
          answers,
        }),
      );
      const counts = tabulate(questionnaire, [...responses, ...unknown]);
      const [evaluated] = evaluateRound({ plan, round, tally: counts, state: 'final' }).indicators;
      return evaluated?.result.methodNote[3]?.text ?? '';
    };
    expect(noteWith(9)).toContain('属性に無回答がある回答は、');
    expect(noteWith(12)).toContain('属性に無回答がある回答(約23%)は、');
  });

  it('shows the plain figure alone where a category has people but no respondent, and says which', () => {
    const margins = [
      {
        by: ['sex' as const],
        categories: [...(frame.margins[0]?.categories ?? []), { key: ['other'], population: 1 }],
      },
    ];
    const strata = [{ id: 'all', population: 1001, nIssued: 100 }];
    const { weighting, indicators } = evaluate({ frame: { ...frame, margins, strata } });
    expect(weighting.kind).toBe('impossible');
    expect(indicators[0]?.result.weighted).toBeNull();
    expect(indicators[0]?.result.value).toBe(26 / 40);
    expect(indicators[0]?.result.methodNote[3]?.text).toMatch(/補正できない.*「other」/);
  });

  it('weights no panel and nothing without a frame', () => {
    expect(evaluate({ design: 'panel' }).weighting.kind).toBe('not_a_sample');
    expect(evaluate({ design: 'panel' }).indicators[0]?.result.interval).toBeNull();
    expect(evaluate({ frame: null }).weighting.kind).toBe('no_frame');
  });

  it('leaves out what the plan does not know and shows an empty base as no figure', () => {
    const empty = evaluateRound({ plan, round, tally: [], state: 'provisional' });
    expect(empty.indicators[0]?.result).toMatchObject({ value: null, n: 0, official: 'no_result' });
    const other = {
      ...questionnaire,
      measurements: questionnaire.measurements.map((m) => ({ ...m, indicator: '9-9' })),
    };
    expect(evaluate({ questionnaire: other }).indicators).toEqual([]);
  });
});

describe('hashResult', () => {
  const hashOf = (changes: Partial<Round> = {}, version = '1') => {
    const changed = { ...round, ...changes };
    const [evaluated] = evaluateRound({ plan, round: changed, tally, state: 'final' }).indicators;
    if (!evaluated) throw new Error('nothing evaluated');
    return hashResult(evaluated, describeProvenance({ round: changed, tally }, evaluated, version));
  };

  it('is the same for the same inputs and differs with tally, frame, questionnaire or version', () => {
    expect(hashOf()).toBe(hashOf());
    const others = [hashOf({ frame: null }), hashOf({ questionnaireHash: 'other' }), hashOf({}, '2')];
    expect(new Set([hashOf(), ...others]).size).toBe(4);
  });
});
