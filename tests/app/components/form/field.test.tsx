import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RadioGroup } from '#app/components/form/choice-group.tsx';
import { DateInput } from '#app/components/form/date-input.tsx';
import { Select } from '#app/components/form/select.tsx';
import { TextInput } from '#app/components/form/text-input.tsx';

const field = { name: 'title', label: '名前', help: '短く', error: '入力してください。', isRequired: true };
const options = [
  { value: 'a', label: '甲' },
  { value: 'b', label: '乙' },
];

describe('a field of a staff form', () => {
  it('comes in the order label, badge, help, field, error', () => {
    const markup = renderToStaticMarkup(<TextInput {...field} defaultValue="春" />);
    const places = ['名前', '必須', '短く', 'value="春"', '入力してください。'].map((part) =>
      markup.indexOf(part),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it.each([
    ['text', <TextInput key="t" {...field} />],
    ['date', <DateInput key="d" {...field} />],
    ['select', <Select key="s" {...field} options={options} />],
  ])('is marked invalid and described by help and error (%s)', (_, element) => {
    const markup = renderToStaticMarkup(element);
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain('aria-describedby="title-help title-error"');
  });

  it('chooses the given entry, and none without', () => {
    expect(renderToStaticMarkup(<Select {...field} options={options} defaultValue="b" />)).toContain(
      '<option value="b" selected="">',
    );
    expect(renderToStaticMarkup(<RadioGroup {...field} options={options} />)).not.toContain('checked');
  });
});
