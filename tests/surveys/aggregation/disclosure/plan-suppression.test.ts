import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSuppression, stateOfCell } from '#surveys/aggregation/disclosure/plan-suppression.ts';
import { isSolvable } from './attack.ts';
import { breakdown, type Joint, listRows } from './tables.ts';

const sex = { name: 'sex', categories: ['f', 'm', 'no_answer'] };
const age = { name: 'age', categories: ['18', '30', '45', '60'] };

const jointArbitrary = fc
  .record({
    nSexes: fc.integer({ min: 2, max: 3 }),
    nAges: fc.integer({ min: 2, max: 4 }),
    counts: fc.array(fc.oneof(fc.nat({ max: 15 }), fc.nat({ max: 120 })), { minLength: 12, maxLength: 12 }),
  })
  .map(({ nSexes, nAges, counts }): Joint => {
    const dimensions = [
      { ...sex, categories: sex.categories.slice(0, nSexes) },
      { ...age, categories: age.categories.slice(0, nAges) },
    ];
    return { dimensions, counts: counts.slice(0, nSexes * nAges) };
  });

describe('planSuppression', () => {
  it('hides a cell under ten and one more, so that the total does not give it away', () => {
    const joint: Joint = { dimensions: [age], counts: [4, 60, 25, 80] };
    expect([...planSuppression([breakdown(joint, ['age'])])].sort()).toEqual(['age:18', 'age:45']);
  });

  it('hides more while the hidden ones together have a base under ten', () => {
    const joint: Joint = { dimensions: [age], counts: [4, 0, 25, 80] };
    const plan = planSuppression([breakdown(joint, ['age'])]);
    expect([...plan].sort()).toEqual(['age:18', 'age:30', 'age:45']);
  });

  it('hides nothing where every base is ten or more', () => {
    const joint: Joint = { dimensions: [sex, age], counts: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21] };
    const tables = [breakdown(joint, ['sex']), breakdown(joint, ['age']), breakdown(joint, ['sex', 'age'])];
    expect(planSuppression(tables).size).toBe(0);
  });

  it('leaves no hidden two-way cell to be solved from the one-way tables', () => {
    const joint: Joint = { dimensions: [sex, age], counts: [5, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40] };
    const tables = [breakdown(joint, ['sex']), breakdown(joint, ['age']), breakdown(joint, ['sex', 'age'])];
    const plan = planSuppression(tables);
    expect(plan.has('sex×age:f×18')).toBe(true);
    expect(plan.size).toBeGreaterThanOrEqual(4);
  });

  it('hides a third cell where plain and weighted figures together would solve two', () => {
    const joint: Joint = { dimensions: [age], counts: [4, 60, 25, 80] };
    const table = breakdown(joint, ['age']);
    const weighted = {
      ...table,
      cells: table.cells.map((cell, index) => ({ ...cell, weight: 80 + 10 * index })),
    };
    expect(planSuppression([weighted]).size).toBe(3);
  });

  it('marks bases from 10 to 29 as reference and makes hidden and empty cells look alike', () => {
    const joint: Joint = { dimensions: [age], counts: [4, 0, 25, 80] };
    const plan = planSuppression([breakdown(joint, ['age'])]);
    const state = (key: string, n: number) => stateOfCell(plan, { by: ['age'], key: [key], n });
    expect([state('18', 4), state('30', 0), state('60', 80)]).toEqual(['suppressed', 'suppressed', 'shown']);
    expect(stateOfCell(new Set(), { by: ['age'], key: ['45'], n: 25 })).toBe('reference');
  });

  it('survives a linear solver, whatever the counts', () => {
    fc.assert(
      fc.property(jointArbitrary, (joint) => {
        const tables = [
          breakdown(joint, ['sex']),
          breakdown(joint, ['age']),
          breakdown(joint, ['sex', 'age']),
        ];
        const plan = planSuppression(tables);
        const rows = listRows(joint, tables);
        const known = rows.filter(({ name }) => !plan.has(name)).map(({ row }) => row);
        for (const { name, n, row } of rows) {
          if (name !== '' && n < 10) expect(plan.has(name)).toBe(true);
          if (plan.has(name)) expect(isSolvable(known, row)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('survives a solver that knows the weights and takes plain and weighted figures together', () => {
    const weightsArbitrary = fc.uniqueArray(fc.integer({ min: 20, max: 400 }), {
      minLength: 4,
      maxLength: 4,
    });
    const countsArbitrary = fc.array(fc.nat({ max: 40 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(countsArbitrary, weightsArbitrary, (counts, weights) => {
        const joint: Joint = { dimensions: [age], counts };
        const table = breakdown(joint, ['age']);
        const cells = table.cells.map((cell, index) => ({ ...cell, weight: weights[index] ?? 1 }));
        const plan = planSuppression([{ ...table, cells }]);
        const rows = listRows(joint, [table]);
        const known = rows.filter(({ name }) => !plan.has(name)).map(({ row }) => row);
        const weighted = known.map((row) => row.map((value, index) => value * (weights[index] ?? 1)));
        for (const { name, row } of rows) {
          if (plan.has(name)) expect(isSolvable([...known, ...weighted], row)).toBe(false);
        }
      }),
    );
  });

  it('never leaves a rest of fewer than ten behind a shown total', () => {
    fc.assert(
      fc.property(jointArbitrary, (joint) => {
        const tables = [breakdown(joint, ['age']), breakdown(joint, ['sex', 'age'])];
        const plan = planSuppression(tables);
        const total = joint.counts.reduce((sum, n) => sum + n, 0);
        for (const { by, cells } of tables) {
          const hidden = cells.filter(({ key }) => plan.has(`${by.join('×')}:${key.join('×')}`));
          const rest = hidden.reduce((sum, { n }) => sum + n, 0);
          if (hidden.length > 0 && hidden.length < cells.length)
            expect(rest).toBeGreaterThanOrEqual(Math.min(10, total));
        }
      }),
      { numRuns: 300 },
    );
  });
});
