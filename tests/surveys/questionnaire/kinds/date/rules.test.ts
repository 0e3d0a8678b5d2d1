import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { addYears, formatDay, parseDay } from '#surveys/questionnaire/kinds/date/calendar-day.ts';
import { dateRules } from '#surveys/questionnaire/kinds/date/rules.ts';
import { questionSchema } from '#surveys/questionnaire/kinds/schemas.ts';
import { locales } from '#surveys/text.ts';
import { someDay } from '#tests/helpers/answered-on.ts';

const question: QuestionOfKind<'date'> = {
  id: 'q',
  kind: 'date',
  text: { ja: '最後に訪れた日' },
  required: false,
  talliedBy: 'month',
};

const read = (raw: readonly string[], limits: Partial<typeof question> = {}, answeredOn = someDay) =>
  dateRules.validate({ ...question, ...limits }, raw, answeredOn);

describe('a date', () => {
  it.each([
    [['2026', '5', '3'], '2026-05-03'],
    [['２０２６', '０５', '０３'], '2026-05-03'],
    [['२०२६', '५', '३'], '2026-05-03'],
    [['令和8年', '5月', '3日'], '2026-05-03'],
    [['R8', '5', '3'], '2026-05-03'],
    [['㍻元', '1', '8'], '1989-01-08'],
    [['2024', '2', '29'], '2024-02-29'],
    // A whole date, stored before, pasted into one of the fields, keyed, or out of a sheet.
    [['2026-05-03'], '2026-05-03'],
    [['2026/5/3', '', ''], '2026-05-03'],
    [['20260503'], '2026-05-03'],
    [['２０２６年５月３日'], '2026-05-03'],
    [['R8.5.3'], '2026-05-03'],
    [['昭和 64 年 1 月 7 日'], '1989-01-07'],
    [['', ' ', '　'], undefined],
    [[], undefined],
  ])('reads %j as %s', (raw, answer) => {
    expect(read(raw)).toEqual({ ok: true, answer });
  });

  it.each([
    [['2026', '2', '29']],
    [['2026', '13', '1']],
    [['2026', '0', '1']],
    [['26', '5', '3']],
    [['R0', '5', '3']],
    [['西暦', '5', '3']],
    [['2026', '5', '三']],
    [['45000']],
    [['2026-5']],
    [['2026-05-03T12:00']],
    [['明日']],
    [['0']],
  ])('does not take %j for a date', (raw) => {
    expect(read(raw)).toEqual({ ok: false, error: { code: 'not_a_date' } });
  });

  it.each([
    [['', '5', '3'], 'year'],
    [['2026', '', '3'], 'month'],
    [['2026', '5', ''], 'day'],
    [['2026', '', ''], 'month'],
  ])('says what is missing of %j', (raw, missing) => {
    expect(read(raw)).toEqual({ ok: false, error: { code: 'incomplete_date', missing } });
  });

  it('refuses what a form of ours cannot send, and a required one left blank', () => {
    expect(read(['2026', '5', '3', '1'])).toEqual({ ok: false, error: { code: 'more_than_one' } });
    expect(read(['2026-05-03', '2026-05-04'])).toEqual({ ok: false, error: { code: 'more_than_one' } });
    expect(read(['', '', ''], { required: true })).toEqual({ ok: false, error: { code: 'required' } });
  });

  it('keeps to fixed limits, both included', () => {
    const limits = { earliest: { date: '2026-04-01' }, latest: { date: '2027-03-31' } };
    expect(read(['2026-04-01'], limits)).toMatchObject({ ok: true });
    expect(read(['2027-03-31'], limits)).toMatchObject({ ok: true });
    const tooEarly = { code: 'before_earliest', earliest: '2026-04-01' };
    expect(read(['2026-03-31'], limits)).toEqual({ ok: false, error: tooEarly });
    const tooLate = { code: 'after_latest', latest: '2027-03-31' };
    expect(read(['2027-04-01'], limits)).toEqual({ ok: false, error: tooLate });
  });

  it('moves its other limits with the day of the answer', () => {
    const limits = { earliest: { yearsFromToday: -1 }, latest: { daysFromToday: 0 } };
    expect(read(['2025-11-28'], limits)).toMatchObject({ ok: true });
    expect(read(['2025-11-27'], limits)).toMatchObject({ error: { earliest: '2025-11-28' } });
    expect(read(['2026-11-28'], limits)).toMatchObject({ ok: true });
    expect(read(['2026-11-29'], limits)).toMatchObject({ error: { latest: '2026-11-28' } });
  });

  it('lets through what was right on any day on which it may have been answered', () => {
    const limits = { earliest: { daysFromToday: -7 }, latest: { daysFromToday: 0 } };
    const late = { from: '2026-11-01', to: '2026-11-28' };
    expect(read(['2026-10-25'], limits, late)).toMatchObject({ ok: true });
    expect(read(['2026-10-24'], limits, late)).toMatchObject({ error: { earliest: '2026-10-25' } });
    expect(read(['2026-11-28'], limits, late)).toMatchObject({ ok: true });
    expect(read(['2026-11-29'], limits, late)).toMatchObject({ error: { latest: '2026-11-28' } });
  });

  it('takes 28 February for a 29th that a year does not have', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });

  it.each([
    ['year', '2026'],
    ['month', '2026-05'],
    ['day', '2026-05-03'],
  ] as const)('is counted by its %s', (talliedBy, value) => {
    expect(dateRules.tabulate({ ...question, talliedBy }, '2026-05-03', true).value).toBe(value);
    expect(dateRules.tabulate({ ...question, talliedBy }, undefined, true).value).toBe('no_answer');
    expect(dateRules.tabulate({ ...question, talliedBy }, '2026-05-03', false).value).toBe('not_asked');
  });

  it('is read back in every language, and read again as itself in Japanese', () => {
    expect(locales.map((locale) => formatDay('2026-05-03', locale))).toEqual([
      '2026年5月3日',
      '2026年《ねん》 5月《がつ》 ｜3日《みっか》',
      'May 3, 2026',
      '2026年5月3日',
      '2026년 5월 3일',
      '3 tháng 5, 2026',
      '२०२६ मे ३',
    ]);
    const day = fc.date({ min: new Date('1868-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(parseDay(formatDay(iso, 'ja'))).toBe(iso);
        expect(read([iso])).toEqual({ ok: true, answer: iso });
      }),
    );
  });

  it('is no definition with limits that cross, or a day that no calendar has', () => {
    const checkWith = (limits: Partial<typeof question>) => dateRules.check({ ...question, ...limits }, 'q');
    const crossed = [{ path: 'q.latest', reason: 'latest must not be before earliest' }];
    expect(checkWith({ earliest: { date: '2026-02-01' }, latest: { date: '2026-01-31' } })).toEqual(crossed);
    expect(checkWith({ earliest: { daysFromToday: 0 }, latest: { yearsFromToday: -1 } })).toEqual(crossed);
    expect(checkWith({ earliest: { date: '2026-02-01' }, latest: { date: '2026-02-01' } })).toEqual([]);
    expect(checkWith({ earliest: { date: '2026-02-01' }, latest: { daysFromToday: 0 } })).toEqual([]);
    expect(questionSchema.safeParse({ ...question, latest: { date: '2026-02-30' } }).success).toBe(false);
  });
});
