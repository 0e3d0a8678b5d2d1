import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HomePage } from '#app/features/evaluation/home-page.tsx';
import type { HomePlan } from '#app/fielding/results/list-home-plans.ts';

const own: HomePlan = {
  ...{ id: 'konohana', title: '運営方針', isDemo: false, rounds: [], fiscalYears: [2015] },
  ...{ baseFiscalYear: 2015, targetFiscalYear: 2017 },
};
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

  it('says of each of several plans which years it is for, and of a single one nothing', () => {
    const later = { ...own, id: 'a-next', title: '次の方針', baseFiscalYear: 2025, targetFiscalYear: 2028 };
    const markup = renderToStaticMarkup(<HomePage plans={[later, own]} />);
    expect(markup).toContain(
      '<h3 class="text-lg font-700">次の方針</h3><p>令和7年度から令和10年度までの計画</p>',
    );
    expect(markup).toContain('平成27年度から平成29年度までの計画');
    expect(renderToStaticMarkup(<HomePage plans={[own, demo]} />)).not.toContain('までの計画');
  });

  it('speaks of no demonstration where there is none', () => {
    const markup = renderToStaticMarkup(<HomePage plans={[own]} />);
    expect(markup).not.toContain('デモ');
    expect(markup).toContain('いま受け付けているアンケートはありません。');
  });
});
