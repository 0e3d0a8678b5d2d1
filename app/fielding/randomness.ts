import { randomInt, randomUUID } from 'node:crypto';
import type { Randomness } from '#db/randomness.ts';

/** Chance that nobody can foresee, from the operating system. */
export const randomness: Randomness = { newId: randomUUID, integerBelow: (limit) => randomInt(limit) };
