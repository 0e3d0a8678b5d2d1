import { describe, expect, it } from 'vitest';
import { codeSheet, reminderSheet, unusedSheet } from '#app/features/letters/code-sheet.server.ts';
import type { AccessCode } from '#db/queries/access-code.ts';

const origin = 'https://ward.example';
const code = (serial: number, batch = 1): AccessCode => ({
  serial,
  batch,
  stratum: serial === 1 ? 'all' : '北部',
  state: 'issued',
  codeHash: `hash-${serial}`,
});

describe('the sheets of letters', () => {
  it('lists what differs between letters for mail merge, the code in groups and as an address', () => {
    const round = { title: '区民アンケート', closesAt: '2026-12-31T14:59:00.000Z' };
    const { heads, rows } = codeSheet(round, [{ serial: 1, stratum: 'all', code: 'W2QQ3AXCEN7TX6' }], origin);
    expect(heads).toHaveLength(rows[0]?.length ?? 0);
    expect(rows[0]?.slice(0, 5)).toEqual([
      '00001',
      '全体',
      'W2QQ3-AXCEN-7TX6',
      `${origin}/c/W2QQ3AXCEN7TX6`,
      `${origin}/c`,
    ]);
  });

  it('reminds everyone by number alone', () => {
    expect(reminderSheet([code(1), code(2)]).rows).toEqual([
      ['00001', '全体'],
      ['00002', '北部'],
    ]);
  });

  it('lists unused codes once more, blank where they are sealed', () => {
    const codeOf = ({ batch }: AccessCode) => (batch === 1 ? 'W2QQ3AXCEN7TX6' : undefined);
    expect(unusedSheet([code(1), code(2, 2)], codeOf, origin).rows).toEqual([
      ['00001', '全体', 'W2QQ3-AXCEN-7TX6', `${origin}/c/W2QQ3AXCEN7TX6`],
      ['00002', '北部', '', ''],
    ]);
  });
});
