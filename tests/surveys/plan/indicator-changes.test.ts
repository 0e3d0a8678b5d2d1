import { expect, it } from 'vitest';
import { loadWard } from '#surveys/catalog/load-ward.ts';
import type { Indicator } from '#surveys/plan/indicator.ts';
import { listIndicatorChanges } from '#surveys/plan/indicator-changes.ts';
import type { Plan } from '#surveys/plan/plan.ts';

const { plans } = loadWard('tests/fixtures/wards/minatodai');
const plan = plans.find(({ id }) => id === 'minatodai-r4');
if (!plan) throw new Error('the plan is not there');

const withIndicators = (change: (indicator: Indicator) => readonly Indicator[]): Plan => ({
  ...plan,
  parts: plan.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({
      ...section,
      indicators: section.indicators.flatMap(change),
    })),
  })),
});

it('finds no change in a plan that says the same, in texts around, in new results and new indicators', () => {
  expect(listIndicatorChanges(plan, plan)).toEqual([]);
  expect(listIndicatorChanges(plan, { ...plan, title: '別の題', interimNote: '別の注' })).toEqual([]);
  const grown = withIndicators((indicator) => [
    { ...indicator, publishedResults: [] },
    { ...indicator, id: `${indicator.id}-new` },
  ]);
  expect(listIndicatorChanges(plan, grown)).toEqual([]);
});

it.each<[string, Partial<Indicator>]>([
  ['wording', { wording: '別の言い方' }],
  ['respondents', { respondents: '別の人' }],
  ['target', { target: { operator: '>=', value: 41, unit: '%', dueFiscalYear: 2024 } }],
  ['target year', { target: { operator: '>=', value: 40, unit: '%', dueFiscalYear: 2025 } }],
  ['base', { baseRule: { id: 'others', label: '別の母数', note: '別' } }],
])('finds another %s', (_, change) => {
  const changed = withIndicators((one) => [one.id === '1-1' ? { ...one, ...change } : one]);
  expect(listIndicatorChanges(plan, changed)).toEqual([{ indicatorId: '1-1', kind: 'changed' }]);
});

it('finds an indicator that is gone, and one that came back under another id', () => {
  const renamed = withIndicators((one) => [one.id === '1-2' ? { ...one, id: '1-3' } : one]);
  expect(listIndicatorChanges(plan, renamed)).toEqual([{ indicatorId: '1-2', kind: 'removed' }]);
});
