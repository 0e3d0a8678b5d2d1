import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { QuestionField } from '#app/components/form/question-field.tsx';
import type { Question, QuestionKind, QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';

const single: QuestionOfKind<'single'> = {
  id: 'feel',
  kind: 'single',
  text: { ja: '実感していますか。', en: 'Do you feel it?' },
  required: true,
  options: [
    { code: 'yes', label: { ja: '感じる', en: 'Yes' } },
    { code: 'no', label: { ja: '感じない' } },
  ],
};
const multiple: QuestionOfKind<'multiple'> = { ...single, id: 'media', kind: 'multiple', required: false };
const scale: QuestionOfKind<'scale'> = {
  id: 'score',
  kind: 'scale',
  text: { ja: '採点してください。' },
  required: true,
  min: 1,
  max: 5,
  minLabel: { ja: 'とても悪い' },
  maxLabel: { ja: 'とても良い' },
  allowsNotApplicable: true,
};
const number: QuestionOfKind<'number'> = {
  id: 'people',
  kind: 'number',
  text: { ja: '何人ですか。' },
  required: false,
  min: 0,
  max: 20,
  isInteger: true,
  unit: { ja: '人' },
};
const longText: QuestionOfKind<'long_text'> = {
  id: 'opinion',
  kind: 'long_text',
  text: { ja: 'ご意見' },
  required: false,
  maxLength: 10,
};
const shortText: QuestionOfKind<'short_text'> = { ...longText, id: 'town', kind: 'short_text' };
const date: QuestionOfKind<'date'> = {
  id: 'visited',
  kind: 'date',
  text: { ja: 'いつ訪れましたか。' },
  required: true,
  latest: { date: '2026-11-28' },
  talliedBy: 'month',
};
/** Typed by kind, so that none can be forgotten. */
const byKind: { readonly [K in QuestionKind]: QuestionOfKind<K> } = {
  single,
  multiple,
  scale,
  number,
  date,
  short_text: shortText,
  long_text: longText,
};
const everyKind: readonly Question[] = Object.values(byKind);

function render(
  question: Question,
  given: { value?: AnswerValue; error?: string; locale?: 'ja' | 'en' } = {},
) {
  const { value, error, locale = 'ja' } = given;
  return renderToStaticMarkup(
    <QuestionField question={question} locale={locale} value={value} error={error} number={3} />,
  );
}

describe('a question of any kind', () => {
  it.each(everyKind)('is named by its id and can be jumped to from an error summary ($kind)', (question) => {
    const markup = render(question);
    expect(markup).toContain(`name="${question.id}"`);
    expect(markup.match(new RegExp(`id="q-${question.id}"`, 'g'))).toHaveLength(1);
  });

  it.each(everyKind)('has nothing filled in beforehand ($kind)', (question) => {
    expect(render(question)).not.toMatch(/ checked=| value="[^"]*" checked|<textarea[^>]*>[^<]/);
  });

  it.each(everyKind)('ties its error message to the field ($kind)', (question) => {
    const markup = render(question, { error: '答えてください。' });
    expect(markup).toMatch(new RegExp(`aria-describedby="[^"]*q-${question.id}-error"`));
    expect(markup).toContain(`id="q-${question.id}-error"`);
    expect(markup).toContain('答えてください。');
  });

  it.each(everyKind)('needs no style attribute and leaves the checking to the server ($kind)', (question) => {
    expect(render(question)).not.toMatch(/ style=| required=| maxlength=| placeholder=/i);
  });

  it('shows its number and whether it has to be answered', () => {
    expect(render(single)).toContain('問3');
    expect(render(single)).toContain('必須');
    expect(render(multiple)).toContain('任意');
  });

  it('speaks the locale where translated and Japanese where not', () => {
    const markup = render(single, { locale: 'en' });
    expect(markup).toContain('Do you feel it?');
    expect(markup).toContain('感じない');
  });
});

describe('a choice', () => {
  it('keeps a single answer', () => {
    expect(render(single, { value: 'no' })).toMatch(
      /<input[^>]*checked=""[^>]*value="no"|value="no"[^>]*checked=""/,
    );
  });

  it('keeps several answers', () => {
    expect(render(multiple, { value: ['yes', 'no'] }).match(/checked=""/g)).toHaveLength(2);
  });

  it('says how many may be chosen', () => {
    expect(render(multiple)).toContain('あてはまるものをすべて');
    expect(render({ ...multiple, maxChoices: 2 })).toContain('2つまで');
  });

  it('offers every point of a scale, its ends in words, and 該当なし', () => {
    const markup = render(scale);
    for (const code of ['1', '2', '3', '4', '5', 'not_applicable'])
      expect(markup).toContain(`value="${code}"`);
    expect(markup).toContain('とても悪い');
    expect(markup).toContain('該当なし');
  });
});

describe('a typed answer', () => {
  it('keeps what was typed, wrong as it may be', () => {
    expect(render(number, { value: '百', error: '数で答えてください。' })).toContain('value="百"');
    expect(render(longText, { value: '長すぎる文章をここに書いてみる' })).toContain(
      '長すぎる文章をここに書いてみる',
    );
  });

  it('asks the phone for its number keys and shows the unit', () => {
    expect(render(number)).toContain('inputMode="numeric"');
    expect(render(number)).toContain('人');
  });

  it('asks for a date in three fields, filled with a stored day, or with what was typed and refused', () => {
    const valuesOf = (markup: string) => [...markup.matchAll(/value="([^"]*)"/g)].map(([, value]) => value);
    expect(valuesOf(render(date))).toEqual(['', '', '']);
    expect(valuesOf(render(date, { value: '2026-05-03' }))).toEqual(['2026', '5', '3']);
    expect(valuesOf(render(date, { value: ['2026', '', '31'] }))).toEqual(['2026', '', '31']);
    expect(render(date)).toContain('2026年11月28日までの日を入力してください。');
    expect(render({ ...date, latest: { daysFromToday: 0 } })).toContain('例: 2026年5月3日');
  });

  it('tells how much room is left, counting characters as a reader does', () => {
    expect(render(longText)).toContain('10文字まで');
    expect(render(longText, { value: '𠮷野家' })).toContain('あと7文字');
    expect(render(longText, { value: 'あ'.repeat(12) })).toContain('2文字多すぎます');
  });
});
