import { describe, expect, it } from 'vitest';
import { formatDay, formatDeadline } from '#app/i18n/ja/office.ts';

describe('formatDeadline', () => {
  it.each([
    ['2027-01-08T14:59:00.000Z', '2027年1月8日(金)'],
    ['2027-01-08T15:00:00.000Z', '2027年1月8日(金)'],
    ['2027-01-08T08:00:00.000Z', '2027年1月8日(金)17:00'],
    ['2026-12-31T15:30:00.000Z', '2027年1月1日(金)00:30'],
  ])('of %s is %s', (closesAt, words) => {
    expect(formatDeadline(closesAt)).toBe(words);
  });
});

describe('formatDay', () => {
  it('says a calendar day in words, whatever the time zone of the machine', () => {
    expect(formatDay('2027-04-08')).toBe('2027年4月8日');
  });
});
