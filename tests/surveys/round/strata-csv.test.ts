import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { importStrataCsv } from '#surveys/round/strata-csv.ts';

const read = (text: string) => importStrataCsv(new TextEncoder().encode(text));

describe('importStrataCsv', () => {
  it('reads strata with their letters, in Shift_JIS too, whatever the order of the columns', () => {
    const text = '発送数,層,人口\r\n"1,000",東部,"40,000人"\r\n,西部,２５０００\r\n';
    const expected = {
      ok: true,
      strata: [
        { id: '東部', population: 40_000, nIssued: 1_000 },
        { id: '西部', population: 25_000, nIssued: null },
      ],
    };
    expect(read(text)).toEqual(expected);
    expect(importStrataCsv(iconv.encode(text, 'Shift_JIS'))).toEqual(expected);
  });

  it('reports every problem with its line', () => {
    expect(read('層,人口\n東,0\n東,5\n,5\n西,五\n')).toEqual({
      ok: false,
      problems: [
        { kind: 'bad-count', line: 2, value: '0' },
        { kind: 'repeated-row', line: 3, firstLine: 2 },
        { kind: 'unknown-category', line: 4, column: 'stratum', value: '' },
        { kind: 'bad-count', line: 5, value: '五' },
      ],
    });
  });

  const strata = [
    { id: '東部', population: 30_000, nIssued: 500 },
    { id: '西部', population: 25_000, nIssued: 400 },
  ];

  it.each([
    ['a total', '層,人口,発送数\n東部,30000,500\n西部,25000,400\n合計,55000,900\n'],
    [
      'a total above, in full width',
      '層,人口,発送数\n（総　数）,５５，０００,\n東部,30000,500\n西部,25000,400\n',
    ],
    ['subtotals', '層,人口,発送数\n東部,30000,500\n小計,30000,500\n西部,25000,400\n小計,25000,400\n'],
    ['two totals', '層,人口,発送数\n東部,30000,500\n西部,25000,400\n計,55000\n合計,55000,900\n'],
  ])('never takes %s for a stratum', (_, text) => {
    expect(read(text)).toEqual({ ok: true, strata });
  });

  it('takes the sum of some rows for no sum of all', () => {
    expect(read('層,人口\n東部,30000\n合計,30000\n西部,25000\n')).toMatchObject({
      problems: [{ kind: 'totals-disagree', line: 3, label: '合計', stated: 30_000, summed: 55_000 }],
    });
  });

  it('refuses by name a total that is not the sum of its rows, in people or in letters', () => {
    const disagree = { kind: 'totals-disagree', line: 4 };
    expect(read('層,人口\n東部,30000\n西部,25000\n全区,56000\n')).toEqual({
      ok: false,
      problems: [{ ...disagree, label: '全区', counted: 'people', stated: 56_000, summed: 55_000 }],
    });
    expect(read('層,人口,発送数\n東部,30000,500\n西部,25000,\nＴＯＴＡＬ,55000,1000\n')).toEqual({
      ok: false,
      problems: [{ ...disagree, label: 'ＴＯＴＡＬ', counted: 'letters', stated: 1_000, summed: 500 }],
    });
  });

  it('finds no stratum in a file of totals, and says nothing of totals while rows cannot be read', () => {
    expect(read('層,人口\n合計,55000\n')).toMatchObject({
      problems: [{ kind: 'totals-disagree', line: 2, label: '合計', summed: 0 }],
    });
    expect(read('層,人口\n東部,五\n合計,55000\n計,\n')).toEqual({
      ok: false,
      problems: [
        { kind: 'bad-count', line: 2, value: '五' },
        { kind: 'bad-count', line: 4, value: '' },
      ],
    });
  });

  it('refuses more letters than people by name', () => {
    expect(read('層,人口,発送数\n東部,300,5000\n西部,25000,25000\n')).toEqual({
      ok: false,
      problems: [{ kind: 'more-letters-than-people', line: 2, stratum: '東部', letters: 5_000, people: 300 }],
    });
  });

  it('refuses a file without its columns, without rows, and in no known encoding', () => {
    expect(read('地区,数\n東,5\n')).toMatchObject({
      problems: [{ column: 'stratum' }, { column: 'population' }],
    });
    expect(read('層,人口\n')).toEqual({ ok: false, problems: [{ kind: 'empty' }] });
    expect(importStrataCsv(new Uint8Array([0x82, 0xff, 0xfd, 0x81]))).toEqual({
      ok: false,
      problems: [{ kind: 'unreadable' }],
    });
  });
});
