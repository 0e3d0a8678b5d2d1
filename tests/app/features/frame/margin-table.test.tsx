import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { MarginTable } from '#app/features/frame/margin-table.tsx';
import type { FrameMargin } from '#surveys/round/frame.ts';

const labels = { sex: { m: '男性', f: '女性' }, age: { a: '18〜19歳', b: '20〜29歳', c: '30歳以上' } };

/** Rows of a rendered table as texts. */
const rowsOf = (margin: FrameMargin) =>
  [...renderToStaticMarkup(<MarginTable margin={margin} labels={labels} />).matchAll(/<tr>(.*?)<\/tr>/g)].map(
    ([, cells = '']) => [...cells.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, text]) => text),
  );

it('crosses two dimensions, the shorter one across, with totals both ways', () => {
  const counts = { m: { a: 1, b: 2, c: 3 }, f: { a: 10, b: 20, c: 3_000 } };
  const categories = (['m', 'f'] as const).flatMap((sex) =>
    (['a', 'b', 'c'] as const).map((age) => ({ key: [sex, age], population: counts[sex][age] })),
  );
  const expected = [
    ['年齢', '男性', '女性', '計'],
    ['18〜19歳', '1', '10', '11'],
    ['20〜29歳', '2', '20', '22'],
    ['30歳以上', '3', '3,000', '3,003'],
    ['計', '6', '3,030', '3,036'],
  ];
  expect(rowsOf({ by: ['sex', 'age'], categories })).toEqual(expected);
  const turned = categories.map(({ key, population }) => ({ key: [...key].reverse(), population }));
  expect(rowsOf({ by: ['age', 'sex'], categories: turned })).toEqual(expected);
});

it('lists one dimension with its total', () => {
  const categories = [
    { key: ['m'], population: 4 },
    { key: ['f'], population: 6 },
  ];
  expect(rowsOf({ by: ['sex'], categories })).toEqual([
    ['性別', '人口'],
    ['男性', '4'],
    ['女性', '6'],
    ['計', '10'],
  ]);
});
