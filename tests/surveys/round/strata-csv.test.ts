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
