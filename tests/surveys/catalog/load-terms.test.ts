import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadUsualTerms } from '#surveys/catalog/load-terms.ts';
import { audiences } from '#surveys/questionnaire/definition.ts';
import { locales } from '#surveys/text.ts';

const path = 'surveys/catalog/konohana/terms.yaml';
const yaml = readFileSync(path, 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'koebako-terms-'));
afterAll(() => rmSync(folder, { recursive: true }));

function loadChanged(from: string, to: string) {
  expect(yaml).toContain(from);
  const file = join(folder, 'terms.yaml');
  writeFileSync(file, yaml.replace(from, to));
  return loadUsualTerms(file);
}

describe('the usual terms of the ward', () => {
  const terms = loadUsualTerms(path);

  it('speak of families to people only, and to each audience of what it does', () => {
    expect(audiences.filter((audience) => terms[audience].proxy.ja.includes('ご家族'))).toEqual([
      'residents',
      'visitors',
      'event-participants',
    ]);
    expect(terms.organisations.proxy.ja).toContain('団体を代表して');
    expect(terms['mystery-shoppers'].proxy.ja).toContain('訪問した調査員');
  });

  it('are told to people in every language, and whom to ask to everybody', () => {
    for (const text of Object.values(terms.residents)) expect(Object.keys(text)).toEqual([...locales]);
    for (const audience of audiences) expect(Object.keys(terms[audience].contact)).toEqual([...locales]);
  });
});

describe('loadUsualTerms', () => {
  it.each([
    ['an audience without terms', 'visitors: *people\n', '', 'terms.yaml: visitors: '],
    [
      'an audience that is not known',
      'visitors: *people\n',
      'visitors: *people\nstudents: *people\n',
      'students',
    ],
    ['a text that is missing', '  contact: *contact\n', '', 'organisations.contact: '],
    ['a text that is not known', 'ward-records:\n', 'ward-records:\n  thanks: { ja: どうも }\n', 'thanks'],
    ['a language that is not known', '    zh: ', '    fr: ', '"fr"'],
    ['a text without Japanese', '    ja: 同じ記録', '    en: 同じ記録', 'ward-records.duplicates.ja: '],
    [
      'days, which follow from the closing',
      'ward-records:\n',
      'ward-records:\n  paperKeptUntil: 2030-01-01\n',
      'paperKeptUntil',
    ],
  ])('refuses %s and says where', (_case, from, to, message) => {
    expect(() => loadChanged(from, to)).toThrow(message);
  });

  it('names a file that is not there', () => {
    expect(() => loadUsualTerms(join(folder, 'none.yaml'))).toThrow('none.yaml: (file): ');
  });
});
