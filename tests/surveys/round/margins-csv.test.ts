import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { importMarginsCsv, type MarginsImport } from '#surveys/round/margins-csv.ts';
import { parseCsvTable } from '#surveys/round/margins-csv-table.ts';

const request: MarginsImport = {
  dimensions: [
    {
      dimension: 'sex',
      headers: ['sex', '性別'],
      codes: new Map([
        ['女', 'f'],
        ['男', 'm'],
        ['f', 'f'],
        ['m', 'm'],
      ]),
    },
    {
      dimension: 'age',
      headers: ['age', '年齢'],
      codes: new Map([
        ['18~64歳', '18'],
        ['65歳以上', '65'],
      ]),
    },
  ],
  margins: [['sex', 'age'], ['age']],
};

const file = ['性別,年齢,人口', '女,18~64歳,"1,200"', '女,65歳以上,800', '男,18~64歳,1100', '男,65歳以上,-'];
const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));

describe('importMarginsCsv', () => {
  it('sums the counts to the margins that are asked for', () => {
    expect(importMarginsCsv(bytes(file), request)).toEqual({
      ok: true,
      encoding: 'utf-8',
      total: 3100,
      margins: [
        {
          by: ['sex', 'age'],
          categories: [
            { key: ['f', '18'], population: 1200 },
            { key: ['f', '65'], population: 800 },
            { key: ['m', '18'], population: 1100 },
            { key: ['m', '65'], population: 0 },
          ],
        },
        {
          by: ['age'],
          categories: [
            { key: ['18'], population: 2300 },
            { key: ['65'], population: 800 },
          ],
        },
      ],
    });
  });

  it('reads Shift_JIS as it reads UTF-8, with or without a byte order mark', () => {
    const utf8 = importMarginsCsv(bytes([`\uFEFF${file[0]}`, ...file.slice(1)]), request);
    const sjis = importMarginsCsv(iconv.encode(file.join('\n'), 'Shift_JIS'), request);
    expect(utf8.ok && sjis.ok && sjis.margins).toEqual(utf8.ok && utf8.margins);
    expect(sjis).toMatchObject({ encoding: 'shift_jis' });
  });

  it('takes full-width digits and checks rows of totals without counting them twice', () => {
    const lines = [...file, '総数,総数,３１００', '女,計,2000人'];
    expect(importMarginsCsv(bytes(lines), request)).toMatchObject({ ok: true, total: 3100 });
  });

  it('knows a category by its label whichever dash, width or spacing the file uses', () => {
    const lines = file.map((line) =>
      line.replace('18~64歳', '18\u301C64 歳').replace('65歳以上', '６５歳以上'),
    );
    expect(importMarginsCsv(bytes(lines), request)).toMatchObject({ ok: true, total: 3100 });
  });

  it('tells both numbers where a stated total disagrees with its rows', () => {
    expect(importMarginsCsv(bytes([...file, '総数,総数,3200']), request)).toEqual({
      ok: false,
      problems: [
        {
          kind: 'totals-disagree',
          line: 6,
          label: '総数・総数',
          counted: 'people',
          stated: 3200,
          summed: 3100,
        },
      ],
    });
  });

  it('knows totals by every usual name, and takes two names of one total for no repetition', () => {
    const lines = [...file, '全　体,年齢計,3100', '【合計】,Total,3100', '女,小計,2000', '男,（計）,1100'];
    expect(importMarginsCsv(bytes(lines), request)).toMatchObject({ ok: true, total: 3100 });
    expect(importMarginsCsv(bytes([...file, '女,小計,2000', '女,小 計,2000']), request)).toMatchObject({
      problems: [{ kind: 'repeated-row', line: 7, firstLine: 6 }],
    });
  });

  it('names a sum of some categories, which no category is, instead of counting it', () => {
    expect(importMarginsCsv(bytes([...file, '女,65歳以上計,800']), request)).toMatchObject({
      problems: [{ kind: 'totals-disagree', label: '女・65歳以上計', stated: 800, summed: 2000 }],
    });
  });

  it('reports every problem with its line', () => {
    const lines = [...file.slice(0, 4), '男,75歳以上,20', '男,65歳以上,many', '女,65歳以上,1'];
    expect(importMarginsCsv(bytes(lines), request)).toEqual({
      ok: false,
      problems: [
        { kind: 'unknown-category', line: 5, column: 'age', value: '75歳以上' },
        { kind: 'bad-count', line: 6, value: 'many' },
        { kind: 'repeated-row', line: 7, firstLine: 3 },
      ],
    });
  });

  it('names a column and a category that are missing', () => {
    expect(importMarginsCsv(bytes(['性別,人口', '女,1']), request)).toEqual({
      ok: false,
      problems: [{ kind: 'missing-column', column: 'age', accepted: ['age', '年齢'] }],
    });
    const noOld = file.filter((line) => !line.includes('65歳以上'));
    expect(importMarginsCsv(bytes(noOld), request)).toEqual({
      ok: false,
      problems: [{ kind: 'category-without-row', column: 'age', category: '65' }],
    });
  });

  it('refuses an empty file and bytes that are no text', () => {
    expect(importMarginsCsv(bytes(['性別,年齢,人口']), request)).toEqual({
      ok: false,
      problems: [{ kind: 'empty' }],
    });
    const noText = importMarginsCsv(Uint8Array.from([0x82, 0xff, 0xfe, 0x81, 0x20]), request);
    expect(noText).toEqual({ ok: false, problems: [{ kind: 'unreadable' }] });
  });
});

describe('parseCsvTable', () => {
  it('keeps commas, quotes and line breaks inside quotes', () => {
    expect(parseCsvTable('a,"b, ""c""\nd"\n\n1,2')).toEqual([
      ['a', 'b, "c"\nd'],
      ['1', '2'],
    ]);
  });
});
