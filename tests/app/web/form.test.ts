import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { countField, getForm, japaneseTimeField, parseForm, percentField, textField } from '#app/web/form.ts';

const sent = (text: string) => new URLSearchParams(text);

describe('parseForm', () => {
  const schema = z.strictObject({
    name: textField('名前を入力してください。', 5),
    rows: z.array(z.string()),
  });

  it('reads the fields that the schema names, lists where it wants one', () => {
    expect(parseForm(schema, sent('rows=a&name=+x+&rows=b&other=1'))).toEqual({
      ok: true,
      form: { name: 'x', rows: ['a', 'b'] },
    });
    expect(parseForm(schema, { name: ['y', 'z'] })).toEqual({ ok: true, form: { name: 'y', rows: [] } });
  });

  it('takes an absent field for an empty one and tells one message a field', () => {
    expect(parseForm(schema, sent(''))).toEqual({ ok: false, errors: { name: '名前を入力してください。' } });
    expect(parseForm(schema, sent('name=123456'))).toEqual({
      ok: false,
      errors: { name: '5文字までで入力してください。' },
    });
  });

  it('does not take what every object has for a field', () => {
    const odd = z.strictObject({ constructor: z.string(), toString: z.string() });
    expect(parseForm(odd, Object.create(null))).toEqual({
      ok: true,
      form: { constructor: '', toString: '' },
    });
  });
});

describe('getForm', () => {
  it('answers 400 to a form that no page sends', () => {
    const schema = z.strictObject({ action: z.enum(['close', 'extend']) });
    expect(getForm(schema, sent('action=close'))).toEqual({ action: 'close' });
    for (const text of ['', 'action=erase', 'action=']) {
      expect(() => getForm(schema, sent(text))).toThrow(expect.objectContaining({ status: 400 }));
    }
  });
});

describe('the fields of forms', () => {
  const read = (field: z.ZodType, value: string) => parseForm(z.strictObject({ field }), { field: [value] });

  it.each([
    ['1,200', 1200],
    ['\uff11\uff12\u3000', 12],
    ['', null],
  ])('counts %j as %s', (typed, count) => {
    expect(read(countField, typed)).toEqual({ ok: true, form: { field: count } });
  });

  it.each(['-1', '0', '1.5', '十', '1e3', '9999999999'])('refuses %j as a count', (typed) => {
    expect(read(countField, typed)).toMatchObject({ ok: false });
  });

  it('reads percentages between their bounds as shares', () => {
    expect(read(percentField(1, 99), '２５.５')).toEqual({ ok: true, form: { field: 0.255 } });
    for (const typed of ['', '0.5', '99.5', '25%']) {
      expect(read(percentField(1, 99), typed)).toMatchObject({ ok: false });
    }
  });

  it('reads Japanese time as an instant and refuses days that no calendar has', () => {
    expect(read(japaneseTimeField, '2027-06-01T09:00')).toEqual({
      ok: true,
      form: { field: '2027-06-01T00:00:00.000Z' },
    });
    for (const typed of ['', '2027-02-30T09:00', '2027-06-01']) {
      expect(read(japaneseTimeField, typed)).toMatchObject({ ok: false });
    }
  });
});
