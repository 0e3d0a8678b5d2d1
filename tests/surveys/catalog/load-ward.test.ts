import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CatalogError } from '#surveys/catalog/catalog-error.ts';
import { findWardFolder, loadWard } from '#surveys/catalog/load-ward.ts';
import { locales } from '#surveys/text.ts';

const minatodai = 'tests/fixtures/wards/minatodai';

describe('findWardFolder', () => {
  it('takes a name for a ward of the catalogue, and the catalogue’s own choice where none is given', () => {
    expect(findWardFolder('konohana')).toBe('surveys/catalog/konohana');
    expect(findWardFolder(undefined)).toBe('surveys/catalog/konohana');
  });

  it.each(['/srv/minatodai', './minatodai', '../minatodai', minatodai])('takes %s for a path', (path) => {
    expect(findWardFolder(path)).toBe(path);
  });
});

describe('loadWard', () => {
  it('reads the whole folder of the ward that the software comes with', () => {
    const { ward, plans, questionnaires, usualTerms } = loadWard('surveys/catalog/konohana');
    expect(ward).toMatchObject({ code: '27104', fullName: '大阪市此花区', office: '此花区役所' });
    expect(Object.keys(ward.name)).toEqual([...locales]);
    expect(plans.map(({ id }) => id)).toContain(ward.demoPlan);
    expect(questionnaires.questionnaires.map(({ id }) => id)).toContain('residents');
    expect(usualTerms.residents.contact.ja).toContain('此花区役所');
  });

  it('reads every plan of a ward, in the order of their files', () => {
    expect(loadWard(minatodai).plans.map(({ id }) => id)).toEqual(['minatodai-r4', 'minatodai-r7']);
  });
});

describe('loadWard of a folder that cannot be used', () => {
  let root: string;
  let dir: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'koebako-ward-'));
    dir = join(root, 'minatodai');
    cpSync(minatodai, dir, { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(dir, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(dir, file), text.replace(from, to));
  };
  const refusalOf = (folder = dir) => {
    try {
      loadWard(folder);
    } catch (error) {
      if (error instanceof CatalogError) return error;
      throw error;
    }
    throw new Error('it was loaded');
  };

  it('says that there is no such folder, a file at its place included', () => {
    expect(refusalOf(join(root, 'nowhere'))).toMatchObject({ fault: 'no_folder', path: '(folder)' });
    expect(refusalOf(join(dir, 'ward.yaml'))).toMatchObject({ fault: 'no_folder' });
  });

  it('says that ward.yaml is missing', () => {
    rmSync(join(dir, 'ward.yaml'));
    expect(refusalOf()).toMatchObject({ fault: 'no_ward_file', file: join(dir, 'ward.yaml') });
  });

  it('says that there is no plan', () => {
    for (const name of ['plan-r4.yaml', 'plan-r7.yaml']) rmSync(join(dir, name));
    expect(refusalOf()).toMatchObject({ fault: 'no_plan', file: join(dir, 'plan-*.yaml') });
  });

  it('says which file cannot be read', () => {
    rmSync(join(dir, 'terms.yaml'));
    mkdirSync(join(dir, 'terms.yaml'));
    expect(refusalOf()).toMatchObject({ fault: 'content', file: join(dir, 'terms.yaml'), path: '(file)' });
  });

  it.each([
    {
      name: 'broken YAML',
      file: 'ward.yaml',
      from: 'areas:',
      to: 'areas: [',
      message: /ward\.yaml: line \d+, column \d+: /,
    },
    {
      name: 'an unknown field',
      file: 'ward.yaml',
      from: 'office:',
      to: 'colour: red\noffice:',
      message: /ward\.yaml: \(document\): .*colour/,
    },
    {
      name: 'a name that lacks a language',
      file: 'ward.yaml',
      from: '  vi: quận Minatodai\n',
      to: '',
      message: /ward\.yaml: name\.vi: /,
    },
    {
      name: 'a code that lost its leading digit, or its quotes',
      file: 'ward.yaml',
      from: '"99101"',
      to: '9101',
      message: /ward\.yaml: code: /,
    },
    {
      name: 'a demonstration of a plan that is not there',
      file: 'ward.yaml',
      from: 'demoPlan: minatodai-r7',
      to: 'demoPlan: minatodai-r9',
      message: /ward\.yaml: demoPlan: none of the plans is minatodai-r9/,
    },
    {
      name: 'a district that no question has',
      file: 'ward.yaml',
      from: 'code: kita',
      to: 'code: higashi',
      message: /ward\.yaml: areas\[0\]\.code: no question has the district higashi/,
    },
    {
      name: 'a district named twice',
      file: 'ward.yaml',
      from: 'code: minami',
      to: 'code: kita',
      message: /ward\.yaml: areas\[1\]\.code: the district kita is named twice/,
    },
    {
      name: 'a spelling of two districts',
      file: 'ward.yaml',
      from: '浜の手',
      to: '丘の手',
      message: /ward\.yaml: areas\[1\]\.spellings\[0\]: 丘の手 is given for kita, too/,
    },
    {
      name: 'a spelling that is another district’s label',
      file: 'ward.yaml',
      from: '丘の手',
      to: '南みなと台',
      message: /ward\.yaml: areas\[0\]\.spellings\[0\]: 南みなと台 is given for minami, too/,
    },
    {
      name: 'two plans with one id',
      file: 'plan-r7.yaml',
      from: 'id: minatodai-r7',
      to: 'id: minatodai-r4',
      message: /plan-r7\.yaml: id: minatodai-r4 is the id of .*plan-r4\.yaml, too/,
    },
    {
      name: 'a plan with the id of the demonstration',
      file: 'plan-r4.yaml',
      from: 'id: minatodai-r4',
      to: 'id: minatodai-r7-demo',
      message: /plan-r4\.yaml: id: minatodai-r7-demo is kept for the demonstration of minatodai-r7/,
    },
    {
      name: 'a plan of another ward, by its name',
      file: 'plan-r4.yaml',
      from: 'name: みなと台区',
      to: 'name: おか台区',
      message: /plan-r4\.yaml: ward\.name: ward\.yaml has みなと台区, not おか台区/,
    },
    {
      name: 'a plan of another ward, by its code',
      file: 'plan-r4.yaml',
      from: '"991015"',
      to: '"991023"',
      message: /plan-r4\.yaml: ward\.code: the ward of ward\.yaml is 991015, not 991023/,
    },
    {
      name: 'a plan whose code has a wrong check digit',
      file: 'plan-r4.yaml',
      from: '"991015"',
      to: '"991010"',
      message: /plan-r4\.yaml: ward\.code: the ward of ward\.yaml is 991015, not 991010/,
    },
    {
      name: 'a questionnaire that lacks the base rule of the plan',
      file: 'blocks/1-1.yaml',
      from: '- id: answered',
      to: '- id: everybody',
      message: /residents\.yaml: measurements\[0\]\.baseRules: the plan counts 1-1 by the base rule answered/,
    },
    {
      name: 'a questionnaire that measures an indicator of no plan',
      file: 'plan-r4.yaml',
      from: 'id: "1-2"\n            kind',
      to: 'id: "1-3"\n            kind',
      message: /residents\.yaml: measurements\[1\]\.indicator: no plan has an indicator 1-2/,
    },
    {
      name: 'a questionnaire that measures an indicator as another kind than its plan',
      file: 'plan-r4.yaml',
      from: 'id: "1-2"\n            kind: share',
      to: 'id: "1-2"\n            kind: mean',
      also: ['value: 50, unit: "%"', 'value: 50, unit: 点'],
      message: /residents\.yaml: measurements\[1\]\.kind: the plan has 1-2 as a mean, not share/,
    },
  ])('refuses $name with file, path and reason', ({ file, from, to, also, message }) => {
    change(file, from, to);
    if (also?.[0] && also[1]) change(file, also[0], also[1]);
    expect(refusalOf().message).toMatch(message);
  });
});
