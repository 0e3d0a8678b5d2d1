/**
 * Bases below this are hidden (秘匿), in every view, export and API alike. So few answers are never released at once
 * either: anonymous answers wait for as many before they are mixed, and a live cell moves when as many came.
 */
export const smallestShownBase = 10;

const smallestFirmBase = 30;

/**
 * Whether a figure or cell of `n` in the base is marked 参考値, wherever it is shown: fewer than 30.
 * @example isReferenceBase(29) // true
 */
export const isReferenceBase = (n: number): boolean => n < smallestFirmBase;
