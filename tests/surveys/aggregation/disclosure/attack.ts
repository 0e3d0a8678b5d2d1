/**
 * An attacker of our own, apart from the code under test: exact fractions, ordinary Gaussian elimination.
 */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const zero: Fraction = { top: 0n, bottom: 1n };

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

function fraction(top: bigint, bottom: bigint): Fraction {
  if (top === 0n) return zero;
  const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { top: top / divisor, bottom: bottom / divisor };
}

const subtract = (a: Fraction, b: Fraction) =>
  fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
const multiply = (a: Fraction, b: Fraction) => fraction(a.top * b.top, a.bottom * b.bottom);
const divide = (a: Fraction, b: Fraction) => fraction(a.top * b.bottom, a.bottom * b.top);

/** Whether the wanted sum follows from the known sums (whole-number coefficients over the same unknowns). */
export function isSolvable(known: readonly (readonly number[])[], wanted: readonly number[]): boolean {
  const basis: { pivot: number; row: Fraction[] }[] = [];
  const reduce = (source: readonly Fraction[]): Fraction[] => {
    let row = [...source];
    for (const { pivot, row: other } of basis) {
      const factor = row[pivot] as Fraction;
      if (factor.top === 0n) continue;
      row = row.map((value, index) => subtract(value, multiply(factor, other[index] as Fraction)));
    }
    return row;
  };
  for (const source of known) {
    const row = reduce(source.map((value) => fraction(BigInt(value), 1n)));
    const pivot = row.findIndex(({ top }) => top !== 0n);
    if (pivot < 0) continue;
    const scale = row[pivot] as Fraction;
    basis.push({ pivot, row: row.map((value) => divide(value, scale)) });
  }
  return reduce(wanted.map((value) => fraction(BigInt(value), 1n))).every(({ top }) => top === 0n);
}
