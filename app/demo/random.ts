import type { Randomness } from '#db/randomness.ts';

/** Chance that repeats itself: the same seed gives the same demo on every machine. */
export interface SeededRandom extends Randomness {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
}

/** Mulberry32 (Tommy Ettinger, 2017, public domain): 32 bits of state, ample for a demo, never for secrets. */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const hex = () => next().toString(16).padStart(8, '0');
  return {
    uniform: () => next() / 2 ** 32,
    integerBelow: (limit) => Math.floor((next() / 2 ** 32) * limit),
    newId: () => `${hex()}${hex()}${hex()}${hex()}`,
  };
}
