import { latinDigits } from '#surveys/latin-digits.ts';

/**
 * Access codes as people type them: 13 characters that carry the code and one that checks them.
 *
 * The alphabet has 29 characters, a prime, and holds one of each pair that hands and eyes confuse (O is 0, I
 * and L are 1, Z is 2, S is 5, B is 8, U is V). 29^13 codes are 63 bits.
 */
const alphabet = '0123456789ACDEFGHJKMNPQRTVWXY';
const prime = alphabet.length;
const nPayload = 13;

/** Characters of a code, the last of which checks the others. */
export const codeLength = nPayload + 1;

/** How many codes there are: 29^13, about 1.03·10^19. */
export const nCodes = BigInt(prime) ** BigInt(nPayload);

/** What typed characters stand for when they are not in the alphabet themselves. */
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
  U: 'V',
};

/**
 * What people put between groups: spaces, seen or not, punctuation of any script, and the strokes that Japanese
 * keyboards write for a hyphen.
 */
const separators = /[\s\p{P}\p{Cf}|~−ー一ｰ─━￣·]/gu;

/** Why typed text is no code; `nTyped` counts the characters without spaces and hyphens. */
export type CodeProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown_character'; readonly character: string }
  | { readonly kind: 'wrong_length'; readonly nTyped: number }
  | { readonly kind: 'mistyped' };

export type ParsedCode =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly problem: CodeProblem };

/**
 * The code with a number, check character included: 14 characters without separators.
 * @param number from 0 to below `nCodes`
 * @throws {RangeError} outside that range
 * @example formCode(0n) // '00000000000000'
 */
export function formCode(number: bigint): string {
  if (number < 0n || number >= nCodes) throw new RangeError('no access code has this number');
  let payload = '';
  let rest = number;
  for (let place = 0; place < nPayload; place += 1) {
    payload = alphabet.charAt(Number(rest % BigInt(prime))) + payload;
    rest /= BigInt(prime);
  }
  return payload + checkCharacterOf(payload);
}

/**
 * The character that makes Σ (place · value) a multiple of 29, places counted from 1. The weights of two
 * places differ and none is 0 modulo the prime, so one wrong character changes the sum, and so do two swapped
 * ones, neighbours or not. (As the ISBN-10, with 29 for 11.)
 */
function checkCharacterOf(payload: string): string {
  const sum = weightedSum(payload);
  const inverse = inverseOf(codeLength);
  return alphabet.charAt((((prime - sum) % prime) * inverse) % prime);
}

function weightedSum(characters: string): number {
  let sum = 0;
  for (let index = 0; index < characters.length; index += 1) {
    sum += (index + 1) * alphabet.indexOf(characters.charAt(index));
  }
  return sum % prime;
}

function inverseOf(factor: number): number {
  for (let candidate = 1; candidate < prime; candidate += 1) {
    if ((factor * candidate) % prime === 1) return candidate;
  }
  throw new RangeError(`${factor} has no inverse modulo ${prime}`);
}

/**
 * Reads what a person typed, or the address that a QR code holds. Case, spaces, hyphens of any kind,
 * full-width characters and look-alikes do not matter; nothing is guessed beyond that.
 * @returns the code as 14 characters, or what is wrong with the text
 */
export function parseCode(text: string): ParsedCode {
  const plain = latinDigits(text.normalize('NFKC'));
  const afterAddress = /\/c\/+([^/?#]*)/i.exec(plain)?.[1] ?? plain;
  const typed = afterAddress.replace(separators, '').toUpperCase();
  if (typed === '') return { ok: false, problem: { kind: 'empty' } };
  const characters = [...typed].map((character) => lookAlikes[character] ?? character);
  const unknown = characters.findIndex((character) => !alphabet.includes(character));
  if (unknown >= 0) {
    return { ok: false, problem: { kind: 'unknown_character', character: [...typed][unknown] ?? '' } };
  }
  if (characters.length !== codeLength) {
    return { ok: false, problem: { kind: 'wrong_length', nTyped: characters.length } };
  }
  const code = characters.join('');
  return weightedSum(code) === 0 ? { ok: true, code } : { ok: false, problem: { kind: 'mistyped' } };
}

/**
 * A code as letters print it, in groups that are read aloud in one breath: `ACDEF-GHJKM-NPQR`.
 * @example formatCode(formCode(1n)) // '00000-00000-001W'
 */
export function formatCode(code: string): string {
  return [code.slice(0, 5), code.slice(5, 10), code.slice(10)].join('-');
}
