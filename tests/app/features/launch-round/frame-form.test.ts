import { describe, expect, it } from 'vitest';
import { parseFrameStep, readPastedStrata } from '#app/features/launch-round/frame-form.server.ts';
import { stratumField } from '#app/features/launch-round/stratum-rows.ts';

const head = { share: '50', halfWidth: '3', responseRate: '35', source: '住民基本台帳', asOf: '2026-10-01' };

type Row = readonly [name: string, population: string, issued: string];

function parse(fields: Readonly<Record<string, string>>, rows: readonly Row[] = [], isAllocating = false) {
  const strata = rows.flatMap(([name, population, issued], row) => [
    [stratumField('name', row), [name]],
    [stratumField('population', row), [population]],
    [stratumField('issued', row), [issued]],
  ]);
  const others = Object.entries({ ...head, ...fields }).map(([name, value]) => [name, [value]]);
  return parseFrameStep(Object.fromEntries([...others, ...strata]), isAllocating);
}

const errorsOf = (result: ReturnType<typeof parse>) => (result.ok ? {} : result.errors);

describe('the frame step', () => {
  it('may be left empty', () => {
    expect(parse({})).toMatchObject({
      ok: true,
      form: {
        populationSize: null,
        nIssued: null,
        strata: [],
        plan: { share: 0.5, halfWidth: 0.03, responseRate: 0.35 },
      },
    });
  });

  it('reads numbers with commas and in full width', () => {
    expect(parse({ populationSize: '65,000', nIssued: '1500' })).toMatchObject({
      form: { populationSize: 65_000, nIssued: 1500 },
    });
  });

  it('takes the population from the strata and spreads the letters over them', () => {
    const rows: readonly Row[] = [
      ['西九条', '6,000', ''],
      ['', '', ''],
      ['島屋', '4,000', ''],
    ];
    expect(parse({ populationSize: '1', nIssued: '101' }, rows)).toMatchObject({
      ok: true,
      form: {
        populationSize: 10_000,
        nIssued: 101,
        strata: [
          { id: '西九条', population: 6000, nIssued: 61 },
          { id: '島屋', population: 4000, nIssued: 40 },
        ],
      },
    });
  });

  it('keeps letters typed for each stratum, unless they are to be spread anew', () => {
    const rows: readonly Row[] = [
      ['西九条', '6000', '10'],
      ['島屋', '4000', '20'],
    ];
    expect(parse({ nIssued: '100' }, rows)).toMatchObject({ form: { nIssued: 30 } });
    expect(parse({ nIssued: '100' }, rows, true)).toMatchObject({
      form: { nIssued: 100, strata: [{ nIssued: 60 }, { nIssued: 40 }] },
    });
  });

  it('names the row of what is missing, repeated or too much', () => {
    expect(errorsOf(parse({}, [['西九条', '', '']]))).toHaveProperty(stratumField('population', 0));
    expect(errorsOf(parse({}, [['', '5', '']]))).toHaveProperty(stratumField('name', 0));
    expect(errorsOf(parse({}, [['西九条', '5', '6']]))).toHaveProperty(stratumField('issued', 0));
    const twice: readonly Row[] = [
      ['西九条', '5', ''],
      ['西九条', '6', ''],
    ];
    expect(errorsOf(parse({}, twice))).toHaveProperty(stratumField('name', 1));
  });

  it.each(['合計', '小 計', '総　数', '全区', 'TOTAL', '東部計'])(
    'takes no row called %j for a stratum',
    (name) => {
      const rows: readonly Row[] = [
        ['東部', '30000', '500'],
        ['西部', '25000', '500'],
        [name, '55000', '1000'],
      ];
      const errors = errorsOf(parse({}, rows));
      expect(Object.keys(errors)).toEqual([stratumField('name', 2)]);
      expect(errors[stratumField('name', 2)]).toContain(`3行目: 「${name}」`);
    },
  );

  it('refuses more letters than people and a plan nobody can mean', () => {
    expect(errorsOf(parse({ populationSize: '10', nIssued: '11' }))).toHaveProperty('nIssued');
    expect(errorsOf(parse({ nIssued: '11' }, [['西九条', '10', '']]))).toHaveProperty('nIssued');
    expect(errorsOf(parse({ responseRate: '101' }))).toHaveProperty('responseRate');
    expect(errorsOf(parse({ halfWidth: '0' }))).toHaveProperty('halfWidth');
  });
});

describe('pasted strata', () => {
  it.each([
    ['cells of a spreadsheet', '地域\t人口\t発送数\n西 九条\t6,500\t150\r\n島屋\t4000\t92\n'],
    ['commas', '西 九条,"6,500",150\n島屋,4000,92'],
    ['spaces and full width', '西 九条 6,500 150\n島屋　４０００　９２'],
  ])('are read from %s', (_, text) => {
    expect(readPastedStrata(text)).toEqual({
      [stratumField('name', 0)]: ['西 九条'],
      [stratumField('population', 0)]: ['6500'],
      [stratumField('issued', 0)]: ['150'],
      [stratumField('name', 1)]: ['島屋'],
      [stratumField('population', 1)]: ['4000'],
      [stratumField('issued', 1)]: ['92'],
    });
  });

  it('leave totals out that are the sum of their lines, and keep others to be looked at', () => {
    const names = (text: string) =>
      Array.from(
        { length: 10 },
        (_, row) => readPastedStrata(text)[stratumField('name', row)]?.[0] ?? null,
      ).filter((name) => name !== null);
    expect(names('総数 55000 900\n東部 30000 500\n西部 25000 400')).toEqual(['東部', '西部']);
    expect(names('東部 30000\n西部 25000\n合計 56000')).toEqual(['東部', '西部', '合計']);
    const ten = Array.from({ length: 10 }, (_, row) => `層${row} 100`);
    expect(names(['合計 1000', ...ten].join('\n'))).toHaveLength(10);
  });

  it('may have names that end in a number', () => {
    expect(readPastedStrata('第1,500,15')).toMatchObject({
      [stratumField('name', 0)]: ['第1'],
      [stratumField('population', 0)]: ['500'],
      [stratumField('issued', 0)]: ['15'],
    });
  });

  it('are none in a text without numbers, and ten at most', () => {
    expect(readPastedStrata('地域 人口')).toEqual({});
    const many = Array.from({ length: 12 }, (_, row) => `層${row} 100`).join('\n');
    expect(Object.keys(readPastedStrata(many))).toHaveLength(30);
  });
});
