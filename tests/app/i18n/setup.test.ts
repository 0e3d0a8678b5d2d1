import { expect, it } from 'vitest';
import { setupProblemWords } from '#app/i18n/ja/setup.ts';

it('names in words what a clerk has to look at again', () => {
  const totals = {
    kind: 'totals_among_strata',
    strata: ['合計', '計'],
    step: 'frame',
    isBlocking: true,
  } as const;
  expect(setupProblemWords(totals)).toBe(
    '標本設計の層に、合計の行(合計、計)が入っています。除いてください。',
  );
  const old = { kind: 'population_old', asOf: '2025-04-01', step: 'frame', isBlocking: false } as const;
  expect(setupProblemWords(old)).toBe('人口の時点(2025年4月1日)が、受付開始の1年より前です。');
});
