import { describe, expect, it } from 'vitest';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { listMarginDimensions } from '#surveys/round/margin-dimensions.ts';

const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
const questionnaireOf = (id: string) => {
  const recipe = catalog.recipes.find((candidate) => candidate.id === id);
  if (!recipe) throw new Error(`no questionnaire ${id}`);
  return composeQuestionnaire(recipe, catalog.blocks);
};

describe('listMarginDimensions', () => {
  const { dimensions, unmatched } = listMarginDimensions(questionnaireOf('residents'));
  const codesOf = (name: string) => dimensions.find(({ dimension }) => dimension === name)?.codes;

  it('has the categories of the register in the order of the questionnaire', () => {
    expect(dimensions.map(({ dimension }) => dimension)).toEqual(['sex', 'age', 'area']);
    expect([...new Set(codesOf('sex')?.values())]).toEqual(['m', 'f']);
    expect([...new Set(codesOf('age')?.values())]).toEqual([
      '18-19',
      '20-29',
      '30-39',
      '40-49',
      '50-59',
      '60-69',
      '70-79',
      '80-over',
    ]);
  });

  it('knows the usual spellings of a category', () => {
    for (const text of ['m', '男', '男性', 'male']) expect(codesOf('sex')?.get(text)).toBe('m');
    for (const text of ['20-29', '20〜29歳', '20~29歳', '20~29']) {
      expect(codesOf('age')?.get(text)).toBe('20-29');
    }
    for (const text of ['80歳以上', '80以上']) expect(codesOf('age')?.get(text)).toBe('80-over');
    for (const text of ['西九条小学校区', '西九条']) expect(codesOf('area')?.get(text)).toBe('nishikujo');
  });

  it('sets answers aside that no register counts, and leaves refusals out', () => {
    expect(unmatched).toEqual([
      { dimension: 'sex', value: 'other' },
      { dimension: 'area', value: 'dont-know' },
    ]);
  });

  it('is empty for a questionnaire without a profile', () => {
    expect(listMarginDimensions(questionnaireOf('mystery-shopper')).dimensions).toEqual([]);
  });
});
