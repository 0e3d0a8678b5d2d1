import { describe, expect, it } from 'vitest';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { buildFrame, expectEmptyCategories, suggestMerges } from '#surveys/round/build-frame.ts';
import type { FrameMargin } from '#surveys/round/frame.ts';

const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
const recipe = catalog.recipes.find(({ id }) => id === 'residents');
if (!recipe) throw new Error('no residents questionnaire');
const questionnaire = composeQuestionnaire(recipe, catalog.blocks);

const age: FrameMargin = {
  by: ['age'],
  categories: [
    { key: ['18-19'], population: 2 },
    { key: ['20-29'], population: 38 },
    { key: ['30-39'], population: 50 },
    { key: ['80-over'], population: 10 },
  ],
};
const sex: FrameMargin = {
  by: ['sex'],
  categories: [
    { key: ['m'], population: 49 },
    { key: ['f'], population: 51 },
  ],
};
const facts = { source: '台帳', asOf: '2026-04-01', strata: null, nIssued: 30 };

describe('buildFrame', () => {
  it('chooses the weighting by the number of margins', () => {
    const weightingOf = (margins: readonly FrameMargin[]) =>
      buildFrame(questionnaire, { ...facts, margins }).weighting;
    expect([weightingOf([]), weightingOf([age]), weightingOf([age, sex])]).toEqual([
      'strata',
      'post-stratify',
      'rake',
    ]);
  });

  it('puts everyone into one stratum unless strata are given', () => {
    expect(buildFrame(questionnaire, { ...facts, margins: [age] }).strata).toEqual([
      { id: 'all', population: 100, nIssued: 30 },
    ]);
    const strata = [{ id: '東', population: 100, nIssued: null }];
    expect(buildFrame(questionnaire, { ...facts, strata, margins: [age] }).strata).toEqual(strata);
  });

  it('sets aside only answers of the dimensions it weights by', () => {
    expect(buildFrame(questionnaire, { ...facts, margins: [age] }).unmatched).toEqual([]);
    expect(buildFrame(questionnaire, { ...facts, margins: [sex] }).unmatched).toEqual([
      { dimension: 'sex', value: 'other' },
    ]);
  });
});

describe('suggestMerges', () => {
  it('joins the ends of the ages to their neighbours, in order', () => {
    expect(suggestMerges([sex, age])).toEqual([
      { dimension: 'age', from: '18-19', into: '20-29' },
      { dimension: 'age', from: '20-29', into: '30-39' },
      { dimension: 'age', from: '80-over', into: '30-39' },
    ]);
    expect(suggestMerges([sex])).toEqual([]);
  });
});

describe('expectEmptyCategories', () => {
  const frame = { ...buildFrame(questionnaire, { ...facts, margins: [age] }), merges: [] };

  it('lists categories that would get less than one answer, with the merge they offer', () => {
    expect(expectEmptyCategories(frame, 20)).toEqual([
      { margin: 'age', category: '18-19', offer: { dimension: 'age', from: '18-19', into: '20-29' } },
    ]);
  });

  it('is quiet once the plan merges them, with enough answers, and with none expected', () => {
    const merges = suggestMerges([age]);
    expect(expectEmptyCategories({ ...frame, merges }, 20)).toEqual([]);
    expect(expectEmptyCategories(frame, 100)).toEqual([]);
    expect(expectEmptyCategories(frame, 0)).toEqual([]);
  });
});
