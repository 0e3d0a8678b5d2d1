import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HomePage } from '#app/features/evaluation/home-page.tsx';
import type { HomePlan } from '#app/fielding/results/list-home-plans.ts';

const own: HomePlan = { id: 'konohana', title: '運営方針', isDemo: false, rounds: [], fiscalYears: [2015] };
const demo: HomePlan = {
  ...own,
  id: 'konohana-demo',
  isDemo: true,
  rounds: [
    {
      id: 'r1',
      title: 'デモの調査',
      audience: 'residents',
      minutes: 5,
      closesAt: '2026-03-31T14:59:00.000Z',
    },
  ],
};

describe('the home page', () => {
  it('leads to the open round, with its deadline in Japan time', () => {
    const markup = renderToStaticMarkup(<HomePage plans={[own, demo]} />);
    expect(markup).toContain('href="/s/r1"');
    expect(markup).toContain('2026年3月31日 23:59まで');
  });

  it("shows the ward's own plan before and outside of the demonstration", () => {
    const markup = renderToStaticMarkup(<HomePage plans={[demo, own]} />);
    const begin = markup.indexOf('動作を試す');
    expect(markup.indexOf('href="/plans/konohana/evaluations/2015"')).toBeLessThan(begin);
    expect(markup.indexOf('href="/plans/konohana-demo/evaluations/2015"')).toBeGreaterThan(begin);
  });

  it('speaks of no demonstration where there is none', () => {
    const markup = renderToStaticMarkup(<HomePage plans={[own]} />);
    expect(markup).not.toContain('デモ');
    expect(markup).toContain('いま受け付けているアンケートはありません。');
  });
});
