import { describe, expect, it } from 'vitest';
import { codeSheet, reminderSheet, unusedSheet } from '#app/features/letters/code-sheet.ts';
import type { Reminder } from '#app/fielding/codes/take-letters.ts';

const origin = 'https://ward.example';
const reminder = (serial: number, code?: string): Reminder => ({
  serial,
  stratum: serial === 1 ? 'all' : '北部',
  code,
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
    expect(reminderSheet([reminder(1), reminder(2)]).rows).toEqual([
      ['00001', '全体'],
      ['00002', '北部'],
    ]);
  });

  it('lists unused codes once more, blank where they are sealed', () => {
    expect(unusedSheet([reminder(1, 'W2QQ3AXCEN7TX6'), reminder(2)], origin).rows).toEqual([
      ['00001', '全体', 'W2QQ3-AXCEN-7TX6', `${origin}/c/W2QQ3AXCEN7TX6`],
      ['00002', '北部', '', ''],
    ]);
  });
});
