import { describe, expect, it } from 'vitest';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { loadWard } from '#surveys/catalog/load-ward.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { listMarginTables, readPopulationFiles } from '#surveys/round/population-files.ts';

const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
const compose = (id: string) => {
  const recipe = catalog.recipes.find((candidate) => candidate.id === id);
  if (!recipe) throw new Error(`the catalogue has no questionnaire ${id}`);
  return composeQuestionnaire(recipe, catalog.blocks);
};
const residents = compose('residents');
const files = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([name, text]) => [name, new TextEncoder().encode(text)]));
const strata = '層,人口,発送数\n東,1000,10\n西,600,10\n';

describe('readPopulationFiles', () => {
  it('reads strata alone, and leaves files alone that no table asks for', () => {
    expect(readPopulationFiles(residents, files({ strata, letter: 'Dear Sir' }))).toEqual({
      ok: true,
      margins: [],
      strata: [
        { id: '東', population: 1_000, nIssued: 10 },
        { id: '西', population: 600, nIssued: 10 },
      ],
    });
  });

  it('tells of all files what is wrong with each', () => {
    const read = readPopulationFiles(residents, files({ strata: '層,人口\n東,0\n', 'sex-age': '' }));
    expect(read).toMatchObject({
      ok: false,
      problems: [
        { kind: 'table', table: 'sex-age', problems: [{ kind: 'empty' }] },
        { kind: 'table', table: 'strata' },
      ],
    });
  });

  it('needs a file, and somebody in each table', () => {
    expect(readPopulationFiles(residents, files({}))).toEqual({
      ok: false,
      problems: [{ kind: 'no_files' }],
    });
    const areas = residents.pages
      .flatMap(({ questions }) => questions)
      .flatMap((question) =>
        question.kind === 'single' && question.profile === 'area' ? question.options : [],
      )
      .filter(({ refused, label }) => !refused && !/^(その他|わからない)/.test(label.ja));
    const area = ['地域,人口', ...areas.map(({ label }) => `${label.ja},0`)].join('\n');
    expect(areas.length).toBeGreaterThan(0);
    expect(readPopulationFiles(residents, files({ area }))).toEqual({
      ok: false,
      problems: [{ kind: 'nobody' }],
    });
  });
});

describe("a ward's own spellings of its districts", () => {
  const { ward, questionnaires } = loadWard('tests/fixtures/wards/minatodai');
  const [questionnaire] = questionnaires.questionnaires;
  if (!questionnaire) throw new Error('the ward has no questionnaire');
  const area = '地区,人口\n丘の手,500\n南みなと台,400\n';

  it('are read beside the labels of the questionnaire', () => {
    expect(readPopulationFiles(questionnaire, files({ area }), ward.areas)).toMatchObject({
      ok: true,
      margins: [
        {
          by: ['area'],
          categories: [
            { key: ['kita'], population: 500 },
            { key: ['minami'], population: 400 },
          ],
        },
      ],
    });
    expect(readPopulationFiles(questionnaire, files({ area }))).toMatchObject({ ok: false });
  });

  it('name no district that the questionnaire does not ask about', () => {
    const foreign = [{ code: 'nishi', spellings: ['丘の手'] }];
    expect(readPopulationFiles(questionnaire, files({ area }), foreign)).toMatchObject({ ok: false });
  });
});

it('offers the tables that a questionnaire can use, and none where it asks no profile', () => {
  expect(listMarginTables(residents).map(({ name }) => name)).toContain('sex-age');
  expect(listMarginTables(compose('ward-records'))).toEqual([]);
});
