import { describe, expect, it } from 'vitest';
import { readCell, readKeyed } from '#surveys/paper/read-typed.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { questionSchema } from '#surveys/questionnaire/kinds/schemas.ts';

const options = (...entries: readonly (readonly [string, string])[]) =>
  entries.map(([code, ja]) => ({ code, label: { ja } }));
const question = (rest: object): Question =>
  questionSchema.parse({ id: 'q', text: { ja: '問' }, required: true, ...rest });

const single = question({ kind: 'single', options: options(['agree', '感じる'], ['disagree', '感じない']) });
const multiple = question({
  kind: 'multiple',
  options: options(['web', 'ウェブ'], ['paper', '広報紙'], ['tv', 'テレビ・ラジオ']),
});
const long = question({
  kind: 'multiple',
  options: Array.from({ length: 12 }, (_, index) => ({
    code: `o${index + 1}`,
    label: { ja: `選択肢${index + 1}` },
  })),
});
const scale = question({
  kind: 'scale',
  min: 1,
  max: 5,
  minLabel: { ja: '悪い' },
  maxLabel: { ja: '良い' },
  allowsNotApplicable: true,
});
const read = (...values: readonly string[]) => ({ ok: true, values });
const unknown = { ok: false, problem: 'unknown_answer' };

describe('a keyed field', () => {
  it('is the printed number, full-width digits too, and blank for 無回答', () => {
    expect(readKeyed(single, '2')).toEqual(read('disagree'));
    expect(readKeyed(single, ' 1 ')).toEqual(read('agree'));
    expect(readKeyed(single, '1')).toEqual(read('agree'));
    expect(readKeyed(single, '')).toEqual(read());
  });

  it('refuses numbers that are not printed, and words', () => {
    for (const typed of ['3', '13', 'agree', '-1', '1.0', '感じる']) {
      expect(readKeyed(single, typed)).toEqual(unknown);
    }
  });

  it('is 無回答 for 0, unless 0 is an answer', () => {
    const fromZero = question({
      kind: 'scale',
      min: 0,
      max: 5,
      minLabel: { ja: '悪い' },
      maxLabel: { ja: '良い' },
    });
    for (const asked of [single, multiple, scale]) expect(readKeyed(asked, '0')).toEqual(read());
    expect(readKeyed(fromZero, '0')).toEqual(read('0'));
  });

  it('gives two circles of a question that takes one, for validation to refuse', () => {
    for (const typed of ['12', '1 2', '1,2'])
      expect(readKeyed(single, typed)).toEqual(read('agree', 'disagree'));
  });

  it('takes the digits of Nepali keyboards', () => {
    expect(readKeyed(multiple, '१३')).toEqual(read('web', 'tv'));
  });

  it('takes several choices in one run, or with any sign between them', () => {
    for (const typed of ['13', '1 3', '1,3', '1.3', '1+3', '1、3', ' 1;3 ']) {
      expect(readKeyed(multiple, typed)).toEqual(read('web', 'tv'));
    }
    expect(readKeyed(multiple, '14')).toEqual(unknown);
  });

  it('never splits a run where numbers have two digits', () => {
    expect(readKeyed(long, '12')).toEqual(read('o12'));
    expect(readKeyed(long, '1 12')).toEqual(read('o1', 'o12'));
    expect(readKeyed(long, '112')).toEqual(unknown);
  });

  it('is the score on a scale; 該当なし has the number after the highest', () => {
    expect(readKeyed(scale, '5')).toEqual(read('5'));
    expect(readKeyed(scale, '6')).toEqual(read('not_applicable'));
    expect(readKeyed(scale, '7')).toEqual(unknown);
  });
});

describe('a cell of a sheet', () => {
  it('is a code, a number or a label', () => {
    for (const cell of ['agree', 'AGREE', '1', '1', '感じる', ' 感じる ']) {
      expect(readCell(single, cell)).toEqual(read('agree'));
    }
    expect(readCell(single, '感じ')).toEqual(unknown);
  });

  it('is a label though the file writes another wave or other widths', () => {
    const ages = question({ kind: 'single', options: options(['young', '18〜29歳'], ['old', '30歳以上']) });
    for (const cell of ['18～29歳', '18~29歳', '１８〜２９歳'])
      expect(readCell(ages, cell)).toEqual(read('young'));
  });

  it('holds several choices with labels that have a separator in themselves', () => {
    expect(readCell(multiple, 'ウェブ;テレビ・ラジオ')).toEqual(read('web', 'tv'));
  });

  it('holds several choices, also a label that has a separator in itself', () => {
    expect(readCell(multiple, 'web;3')).toEqual(read('web', 'tv'));
    expect(readCell(multiple, 'テレビ・ラジオ')).toEqual(read('tv'));
    expect(readCell(multiple, 'web;radio')).toEqual(unknown);
  });

  it('is not guessed when it is the code of one option and the number of another', () => {
    const crossed = question({ kind: 'single', options: options(['2', '二'], ['1', '一']) });
    expect(readCell(crossed, '1')).toEqual({ ok: false, problem: 'ambiguous' });
    expect(readCell(crossed, '一')).toEqual(read('1'));
  });
});
