import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CatalogError } from '#surveys/catalog/catalog-error.ts';
import { loadPlan, parsePlan } from '#surveys/catalog/load-plan.ts';
import { listIndicators, listSections } from '#surveys/plan/plan.ts';

const planPath = 'surveys/catalog/konohana/plan-h27.yaml';
const yaml = readFileSync(planPath, 'utf8');
const sourceText = readFileSync('tests/fixtures/konohana-h27-evaluation.txt', 'utf8');
const plan = loadPlan(planPath);

/** Lines joined, Markdown emphasis and slide numbers gone. */
const joinText = (text: string) => text.replace(/\*\*|[⁰¹²³⁴-⁹]/gu, '').replace(/\s/gu, '');
const source = joinText(sourceText);

/** Fields in our own words, or codes: everything else is quoted. */
const ownFields = new Set([
  'id',
  'kind',
  'code',
  'audience',
  'respondents',
  'operator',
  'unit',
  'baseRule',
  'notes',
]);

function collectQuotes(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(collectQuotes);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => (ownFields.has(key) ? [] : collectQuotes(field)));
}

describe('the plan of FY2015 against the ward’s document', () => {
  const quotes = collectQuotes(plan);

  it('quotes only sentences that the document has', () => {
    expect(quotes.length).toBeGreaterThan(100);
    expect(quotes.filter((quote) => !source.includes(joinText(quote)))).toEqual([]);
  });

  it('leaves out no line of the document', () => {
    const unify = (text: string) => joinText(text).normalize('NFKC');
    const known = quotes.map(unify);
    const frame = [
      ...['P', 'D', 'C', 'A', '目標', '以上', '結果', '「区政運営基本方針」', '平成27年度'],
      ...['27年度取組計画', '業績目標(目標年次:29年度)'],
    ];
    const withoutMarkers = (line: string) =>
      unify(line)
        .replace(/^-/, '')
        .replace(/^(?:・|[アイウ](?=[^A-Z])|\(\d\)|[12](?=「)|i{1,3}\.)/, '')
        .replace(/:[\d.]+(?:%|点|件)以上$/, '');
    const missing = sourceText
      .split('\n')
      .map(withoutMarkers)
      .filter((line) => line !== '' && !/^[\d.]*[%点件]?$/.test(line) && !frame.includes(line))
      .filter((line) => !known.some((quote) => quote.includes(line)));
    expect(missing).toEqual([]);
  });

  it('stores neither Markdown emphasis nor superscript slide numbers', () => {
    expect(yaml).not.toMatch(/\*\*|[⁰¹²³⁴-⁹]/u);
  });

  it('has the two parts, the seven sections and the thirteen indicators', () => {
    expect(plan.parts).toHaveLength(2);
    expect(listSections(plan).map(({ id }) => id)).toEqual([
      ...['1-1', '1-2', '1-3', '1-4'],
      ...['2-1', '2-2', '2-3'],
    ]);
    expect(listIndicators(plan).map(({ id }) => id)).toEqual([
      ...['1-1', '1-2-i', '1-2-ii', '1-3-a', '1-3-b', '1-4-i', '1-4-ii'],
      ...['2-1-i', '2-1-ii', '2-2', '2-3-i', '2-3-ii', '2-3-iii'],
    ]);
  });

  it.each(listIndicators(plan))(
    'gives $id the target that stands behind its wording',
    ({ wording, target }) => {
      expect(source.normalize('NFKC')).toContain(
        joinText(`${wording}:${target.value}${target.unit}以上`).normalize('NFKC'),
      );
    },
  );

  it.each(listIndicators(plan).filter(({ publishedResults }) => publishedResults.length > 0))(
    'gives $id the result that stands behind its wording',
    (indicator) => {
      const { wording, resultWordingVariant, target, publishedResults } = indicator;
      const [result] = publishedResults;
      expect(source.normalize('NFKC')).toContain(
        `${resultWordingVariant ?? wording}目標${target.value}${target.unit}以上結果${result?.value}${result?.unit}`
          .normalize('NFKC')
          .replace(/\s/gu, ''),
      );
    },
  );

  it('holds the eleven published values in the ward’s own digits and no base', () => {
    const results = listIndicators(plan).flatMap(({ id, publishedResults }) =>
      publishedResults.map(({ fiscalYear, value, unit, n }) => [id, fiscalYear, value, unit, n]),
    );
    expect(results).toEqual([
      ['1-1', 2015, '51.3', '%', null],
      ['1-2-i', 2015, '84.7', '%', null],
      ['1-2-ii', 2015, '20.8', '%', null],
      ['1-4-i', 2015, '10.4', '%', null],
      ['1-4-ii', 2015, '92.9', '%', null],
      ['2-1-i', 2015, '31.3', '%', null],
      ['2-1-ii', 2015, '32.9', '%', null],
      ['2-2', 2015, '63.2', '%', null],
      ['2-3-i', 2015, '94.4', '%', null],
      ['2-3-ii', 2015, '3', '点', null],
      ['2-3-iii', 2015, '21.3', '%', null],
    ]);
  });

  it('excludes exactly the two counts of 1-3', () => {
    const excluded = listIndicators(plan).filter((indicator) => indicator.excluded);
    expect(excluded.map(({ id }) => id)).toEqual(['1-3-a', '1-3-b']);
    expect(excluded.every((indicator) => indicator.excluded?.reason === '成果測定の対象外')).toBe(true);
  });

  it('says where the document has no 取組計画', () => {
    const silent = listSections(plan).filter(({ pdca }) => pdca.some((entry) => entry.plan === null));
    expect(silent.map(({ id }) => id)).toEqual(['1-3', '2-1', '2-2', '2-3']);
    expect(silent.every(({ notes }) => notes.some((note) => note.includes('取組計画の記載はない')))).toBe(
      true,
    );
  });
});

describe('parsePlan', () => {
  const refuse = (text: string): CatalogError => {
    try {
      parsePlan(text, 'plan.yaml');
    } catch (error) {
      if (error instanceof CatalogError) return error;
      throw error;
    }
    throw new Error('the plan was accepted');
  };
  const path = 'parts[0].sections[0]';

  it.each([
    ['broken YAML', `${yaml}\n  - [`, /^line \d+, column \d+$/, /./],
    ['an empty file', '', '(document)', /expected object/],
    ['an unknown field', yaml.replace('label: i.', 'lable: i.'), /\.indicators\[0\]$/, /lable/],
    [
      'a number for a published value',
      yaml.replace('"51.3"', '51.3'),
      /publishedResults\[0\]\.value/,
      /string/,
    ],
    ['a duplicate section', yaml.replace('id: "1-2"', 'id: "1-1"'), 'parts[0].sections[1].id', /duplicate/],
    [
      'a duplicate indicator',
      yaml.replace('id: 1-2-ii', 'id: 1-2-i'),
      'parts[0].sections[1].indicators[1].id',
      /duplicate indicator id 1-2-i/,
    ],
    ['a key given twice', yaml.replace('id: konohana', 'id: konohana\nid: x'), /^line \d+/, /unique/],
    [
      'a percentage in points',
      yaml.replace('value: 50, unit: "%"', 'value: 50, unit: 点'),
      /target\.unit/,
      /a share is in %/,
    ],
    [
      'a slide number in a quote',
      yaml.replace('検証を行う\n', '検証を行う⁴⁹\n'),
      /pdca\[0\]\.act\[2\]$/,
      /superscript/,
    ],
    ['emphasis in a quote', yaml.replace('次の企画に', '次の**企画**に'), /pdca\[0\]\.act\[2\]$/, /Markdown/],
    [
      'a target year before the base year',
      yaml.replace('targetFiscalYear: 2017', 'targetFiscalYear: 2014'),
      'targetFiscalYear',
      /before/,
    ],
    ['a five-digit ward code', yaml.replace('"271047"', '"27104"'), 'ward.code', /six digits/],
    [
      'one fiscal year twice in a section',
      yaml.replace(
        '        notes: []',
        '          - { fiscalYear: 2015, plan: null, do: null, act: null }\n        notes: []',
      ),
      `${path}.pdca[1].fiscalYear`,
      /twice/,
    ],
  ])('refuses %s with file, path and reason', (_, text, where, why) => {
    expect(text).not.toBe(yaml);
    const error = refuse(text);
    expect(error.file).toBe('plan.yaml');
    expect(error.path).toMatch(where);
    expect(error.reason).toMatch(why);
    expect(error.message).toBe(`plan.yaml: ${error.path}: ${error.reason}`);
  });

  it('names a file that cannot be read', () => {
    expect(() => loadPlan('surveys/catalog/nowhere.yaml')).toThrow(
      /^surveys\/catalog\/nowhere\.yaml: \(file\): ENOENT/,
    );
  });
});
