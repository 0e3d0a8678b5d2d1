import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { listIndicators } from '#surveys/plan/plan.ts';
import { checkQuestionnaire } from '#surveys/questionnaire/check.ts';
import { composeQuestionnaire, selectIndicators } from '#surveys/questionnaire/compose.ts';

const ward = 'surveys/catalog/konohana';
const catalog = loadCatalogQuestionnaires(ward);
const recipeOf = (id: string) => {
  const recipe = catalog.recipes.find((candidate) => candidate.id === id);
  if (!recipe) throw new Error(`no recipe ${id}`);
  return recipe;
};

describe("the ward's questionnaires", () => {
  it('are residents, organisations, mystery shopper and ward records', () => {
    expect(catalog.questionnaires.map(({ id }) => id)).toEqual([
      'mystery-shopper',
      'organisations',
      'residents',
      'ward-records',
    ]);
  });

  it('measure every indicator of the plan, each in one questionnaire and as its kind', () => {
    const measured = catalog.questionnaires.flatMap(({ measurements }) => measurements);
    const planned = listIndicators(loadPlan(`${ward}/plan-h27.yaml`));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(measured.map(({ indicator, kind }) => ({ id: indicator, kind })).sort(byId)).toEqual(
      planned.map(({ id, kind }) => ({ id, kind })).sort(byId),
    );
  });

  it('use every block', () => {
    const used = new Set(catalog.recipes.flatMap(({ blocks }) => blocks));
    expect(catalog.blocks.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
  });

  it('have `answered` as the official base rule of every measurement', () => {
    for (const { id, measurements } of catalog.blocks) {
      for (const { baseRules } of measurements) expect([id, baseRules[0]?.id]).toEqual([id, 'answered']);
    }
  });

  it('make sense to residents with any one indicator, still asking profile and comment', () => {
    const recipe = recipeOf('residents');
    const indicators = composeQuestionnaire(recipe, catalog.blocks).measurements.map(
      ({ indicator }) => indicator,
    );
    expect(indicators).toHaveLength(9);
    for (const indicator of indicators) {
      const chosen = composeQuestionnaire(
        selectIndicators(recipe, catalog.blocks, [indicator]),
        catalog.blocks,
      );
      expect(checkQuestionnaire(chosen)).toEqual([]);
      expect(chosen.measurements.map((measurement) => measurement.indicator)).toEqual([indicator]);
      expect(chosen.pages.slice(-2).map(({ id }) => id)).toEqual(['free-text', 'profile']);
    }
  });

  it('require answers to indicators and screens, never to profile or free text', () => {
    const questions = composeQuestionnaire(recipeOf('residents'), catalog.blocks).pages.flatMap(
      (p) => p.questions,
    );
    expect(questions.filter(({ required }) => !required).map(({ id }) => id)).toEqual([
      'comment',
      'sex',
      'age',
      'area',
    ]);
  });

  it('speak English to residents throughout', () => {
    const residents = JSON.stringify(composeQuestionnaire(recipeOf('residents'), catalog.blocks));
    expect(residents.match(/"en":/g)).toHaveLength(residents.match(/"ja":/g)?.length ?? 0);
  });
});

describe('loadCatalogQuestionnaires', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'catalog-'));
    cpSync(ward, dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(dir, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(dir, file), text.replace(from, to));
  };

  it.each([
    {
      name: 'an unknown field',
      file: 'blocks/1-1.yaml',
      from: 'required: true',
      to: 'required: true\n        colour: red',
      message: /1-1\.yaml: pages\[0\]\.questions\[0\]: .*colour/,
    },
    {
      name: 'a missing Japanese text',
      file: 'blocks/1-1.yaml',
      from: 'ja: 身近な地域のつながり',
      to: '# no Japanese',
      message: /1-1\.yaml: pages\[0\]\.title\.ja: /,
    },
    {
      name: 'a file not named after its id',
      file: 'blocks/1-1.yaml',
      from: 'id: 1-1',
      to: 'id: 1-9',
      message: /1-1\.yaml: id: 1-9 must be the name of the file/,
    },
    {
      name: 'an unknown block',
      file: 'questionnaires/residents.yaml',
      from: '- 1-1',
      to: '- 1-9',
      message: /residents\.yaml: blocks\[0\]: unknown block 1-9/,
    },
    {
      name: 'a positive code that no option has',
      file: 'blocks/1-1.yaml',
      from: 'positive: [agree,',
      to: 'positive: [feel,',
      message: /residents\.yaml: measurements\[0\]\.positive\[0\]: q1-1 counts no answer feel/,
    },
    {
      name: 'broken YAML',
      file: 'questionnaires/residents.yaml',
      from: 'audience: residents',
      to: 'audience: [residents',
      message: /residents\.yaml: line \d+, column \d+: /,
    },
  ])('refuses $name with file, path and reason', ({ file, from, to, message }) => {
    change(file, from, to);
    expect(() => loadCatalogQuestionnaires(dir)).toThrow(message);
  });

  it('says which folder it cannot read', () => {
    expect(() => loadCatalogQuestionnaires(join(dir, 'nowhere'))).toThrow(
      /nowhere\/blocks: \(file\): ENOENT/,
    );
  });
});
