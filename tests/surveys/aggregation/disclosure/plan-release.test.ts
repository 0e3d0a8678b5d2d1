import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRelease, type Released } from '#surveys/aggregation/disclosure/plan-release.ts';
import { isSolvable } from './attack.ts';
import { breakdown, type Joint, listRows } from './tables.ts';

const age = { name: 'age', categories: ['18', '30', '45'] };
const sex = { name: 'sex', categories: ['f', 'm'] };
const nothing: Released = new Map();

function ageJoint(...counts: number[]): Joint {
  return { dimensions: [age], counts };
}

describe('planRelease', () => {
  it('moves nothing until ten more have answered', () => {
    const first = planRelease(nothing, [breakdown(ageJoint(30, 30, 30), ['age'])]);
    expect([...first.moving].sort()).toEqual(['', 'age:18', 'age:30', 'age:45']);
    const next = planRelease(first.released, [breakdown(ageJoint(33, 33, 33), ['age'])]);
    expect(next.moving.size).toBe(0);
    expect(next.released).toBe(first.released);
  });

  it('lets a cell that grew by one wait, and another with it', () => {
    const first = planRelease(nothing, [breakdown(ageJoint(30, 30, 30), ['age'])]);
    const next = planRelease(first.released, [breakdown(ageJoint(31, 45, 50), ['age'])]);
    expect([...next.moving].sort()).toEqual(['', 'age:45']);
  });

  it('moves a cell once ten have come since it was last shown', () => {
    const first = planRelease(nothing, [breakdown(ageJoint(30, 30, 30), ['age'])]);
    const second = planRelease(first.released, [breakdown(ageJoint(34, 45, 50), ['age'])]);
    const third = planRelease(second.released, [breakdown(ageJoint(41, 60, 65), ['age'])]);
    expect(third.moving.has('age:18')).toBe(true);
    expect(third.released.get('age:18')).toBe(41);
  });

  it('refuses a base that shrank', () => {
    const first = planRelease(nothing, [breakdown(ageJoint(30, 30, 30), ['age'])]);
    expect(() => planRelease(first.released, [breakdown(ageJoint(20, 30, 30), ['age'])])).toThrow(RangeError);
  });

  const stepsArbitrary = fc.array(
    fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 14 }), fc.nat({ max: 40 })), {
      minLength: 6,
      maxLength: 6,
    }),
    { minLength: 2, maxLength: 5 },
  );
  const breakdowns = [[['age']], [['sex'], ['age']], [['sex'], ['age'], ['sex', 'age']]];

  it.each(breakdowns)('gives away no difference of fewer than ten people, over any moments: %j', (...by) => {
    fc.assert(
      fc.property(stepsArbitrary, (steps) => {
        const moments: { joint: Joint; moving: ReadonlySet<string> }[] = [];
        let released = nothing;
        let counts = steps[0]?.map(() => 0) ?? [];
        for (const step of steps) {
          counts = counts.map((n, index) => n + (step[index] ?? 0));
          const joint: Joint = { dimensions: [sex, age], counts };
          const plan = planRelease(
            released,
            by.map((dimensions) => breakdown(joint, dimensions as string[])),
          );
          released = plan.released;
          moments.push({ joint, moving: plan.moving });
        }
        const nAtoms = counts.length;
        // The unknowns are what came in each step; a figure shown at a moment sums all steps up to it.
        const over = (row: readonly number[], from: number, to: number) =>
          steps.flatMap((_, step) => row.map((value) => (step >= from && step <= to ? value : 0)));
        const cellsAt = (at: number) => {
          const { joint } = moments[at] as { joint: Joint };
          return listRows(
            joint,
            by.map((dimensions) => breakdown(joint, dimensions as string[])),
          );
        };
        const known = moments.flatMap(({ moving }, at) =>
          cellsAt(at)
            .filter(({ name }) => moving.has(name))
            .map(({ row }) => over(row, 0, at)),
        );
        expect(nAtoms).toBe(6);
        for (let to = 0; to < steps.length; to++) {
          for (let from = 0; from <= to; from++) {
            const before = from === 0 ? null : cellsAt(from - 1);
            for (const [index, { n, row }] of cellsAt(to).entries()) {
              const grown = n - (before?.[index]?.n ?? 0);
              if (grown === 0 || grown >= 10) continue;
              expect(isSolvable(known, over(row, from, to))).toBe(false);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
