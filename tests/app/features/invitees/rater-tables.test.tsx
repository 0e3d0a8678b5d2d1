import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { RaterMeans, VisitTable } from '#app/features/invitees/rater-tables.tsx';
import { compareRaters } from '#surveys/aggregation/estimate/rater-means.ts';

const visits = ['調査員A', 'all', 'unknown'].map((rater) => ({ rater, answers: { signs: '3' } }));
const data = {
  invitees: [],
  items: [{ id: 'signs', text: '案内表示' }],
  comparison: compareRaters(['signs'], visits),
  visits: visits.map(({ rater }) => ({ rater, scores: [3] })),
};

it('puts raters side by side by name, and says so in words where a visit came without one', () => {
  const markup = [RaterMeans, VisitTable].map((Part) => renderToStaticMarkup(<Part {...data} />)).join('');
  for (const name of ['調査員A', '名前のない回答', '名前の分からない票']) {
    expect(markup.split(`>${name}</th>`)).toHaveLength(3);
  }
  expect(markup).not.toMatch(/>(all|unknown)</);
});
