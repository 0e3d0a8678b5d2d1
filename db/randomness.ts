import { itemAt } from '#surveys/item-at.ts';

/** Where mixing takes its chance from; passed in, so that tests can repeat it. */
export interface Randomness {
  /** A new id that nobody can guess and that follows no order. */
  readonly newId: () => string;
  /** A whole number from 0 to below `limit`, every one equally likely. */
  readonly integerBelow: (limit: number) => number;
}

/** A copy in random order, every order equally likely (Fisher–Yates; Durstenfeld 1964, algorithm 235). */
export function shuffle<Item extends NonNullable<unknown>>(
  items: readonly Item[],
  randomness: Randomness,
): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = randomness.integerBelow(last + 1);
    const item = itemAt(shuffled, last);
    shuffled[last] = itemAt(shuffled, other);
    shuffled[other] = item;
  }
  return shuffled;
}
