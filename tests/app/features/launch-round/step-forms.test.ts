import { describe, expect, it } from 'vitest';
import {
  parseAudienceStep,
  parseQuestionnaireStep,
  parseScheduleStep,
} from '#app/features/launch-round/step-forms.server.ts';
import type { TypedFields } from '#app/web/form.ts';

const typed = (fields: Readonly<Record<string, string | readonly string[]>>): TypedFields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));

describe('the questionnaire step', () => {
  const filled = {
    title: ' 令和8年度 区民アンケート ',
    planId: 'konohana',
    fiscalYear: '2026',
    layout: 'pages',
    indicatorIds: ['1-1', '2-2'],
  };

  it('reads what is filled in', () => {
    expect(parseQuestionnaireStep(typed(filled))).toEqual({
      ok: true,
      form: { ...filled, title: '令和8年度 区民アンケート', fiscalYear: 2026 },
    });
  });

  it('names every field that is missing', () => {
    const result = parseQuestionnaireStep({});
    expect(result.ok ? [] : Object.keys(result.errors).sort()).toEqual([
      'fiscalYear',
      'indicatorIds',
      'layout',
      'planId',
      'title',
    ]);
  });
});

describe('the audience step', () => {
  it('takes the same reminder for everyone where none is chosen', () => {
    expect(parseAudienceStep(typed({ mode: 'link' }))).toEqual({
      ok: true,
      form: { mode: 'link', reminder: 'everyone' },
    });
  });

  it('refuses a way of asking it does not know', () => {
    expect(parseAudienceStep(typed({ mode: 'pigeon' }))).toMatchObject({
      ok: false,
      errors: { mode: '依頼のしかたを選んでください。' },
    });
  });
});

describe('the schedule step', () => {
  const filled = {
    opensAt: '2026-12-01T09:00',
    closesAt: '2026-12-28T23:59',
    contact: '総務課',
    proxy: '家族が代わりに回答できます。',
    duplicates: '先に届いた回答を数えます。',
    nonResponse: '不利益はありません。',
    paperKeptUntil: '2027-03-28',
    responsesKeptUntil: '2031-12-28',
  };

  it('reads Japanese times as instants', () => {
    expect(parseScheduleStep(typed(filled))).toMatchObject({
      ok: true,
      form: { opensAt: '2026-12-01T00:00:00.000Z', closesAt: '2026-12-28T14:59:00.000Z' },
    });
  });

  it('reads texts without the white space around them, and with their lines ended as ours', () => {
    const sent = { contact: ' 総務課\r\n電話 06-0000-0000\u3000\r\n', proxy: '\r\n家族も可。' };
    expect(parseScheduleStep(typed({ ...filled, ...sent }))).toMatchObject({
      form: { contact: '総務課\n電話 06-0000-0000', proxy: '家族も可。' },
    });
  });

  it.each([
    ['closesAt', { closesAt: filled.opensAt }],
    ['opensAt', { opensAt: '2026-12-01' }],
    ['closesAt', { closesAt: '2026-13-01T09:00' }],
    ['contact', { contact: '  ' }],
    ['paperKeptUntil', { paperKeptUntil: '2026-12-27' }],
    ['responsesKeptUntil', { responsesKeptUntil: '2027-02-30' }],
  ])('finds fault with %s in %j', (field, changes) => {
    const result = parseScheduleStep(typed({ ...filled, ...changes }));
    expect(result.ok ? {} : result.errors).toHaveProperty(field);
  });
});
