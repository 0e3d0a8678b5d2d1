import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLength, formatCode, formCode, nCodes, parseCode } from '#surveys/round/access-code.ts';

const alphabet = '0123456789ACDEFGHJKMNPQRTVWXY';
const anyCode = fc.bigInt({ min: 0n, max: nCodes - 1n }).map(formCode);
const read = (text: string) => {
  const parsed = parseCode(text);
  return parsed.ok ? parsed.code : parsed.problem.kind;
};
const replace = (code: string, index: number, character: string) =>
  code.slice(0, index) + character + code.slice(index + 1);

describe('formCode', () => {
  it('carries more than 60 bits', () => {
    expect(nCodes > 2n ** 60n).toBe(true);
    expect(formCode(nCodes - 1n)).toHaveLength(codeLength);
    expect(() => formCode(nCodes)).toThrow(RangeError);
    expect(() => formCode(-1n)).toThrow(RangeError);
  });

  it('gives every number a code of its own', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: nCodes - 2n }), (number) => {
        expect(formCode(number)).not.toBe(formCode(number + 1n));
      }),
    );
  });
});

/*
 * The sum is linear over the prime field, so whether an error is caught depends only on its place and on the
 * difference of the characters: every place with every pair of characters is every case there is.
 */
describe('the check character', () => {
  /** A valid code with two wanted characters at two places. */
  const codeWith = (wanted: ReadonlyMap<number, string>) => {
    const free = [...Array(codeLength).keys()].find((index) => !wanted.has(index)) ?? 0;
    const draft = Array.from({ length: codeLength }, (_, index) => wanted.get(index) ?? 'K').join('');
    const fits = [...alphabet]
      .map((character) => replace(draft, free, character))
      .filter((c) => parseCode(c).ok);
    expect(fits).toHaveLength(1);
    return fits[0] ?? '';
  };

  it('catches every single wrong character at every place', () => {
    for (let place = 0; place < codeLength; place += 1) {
      for (const right of alphabet) {
        const code = codeWith(new Map([[place, right]]));
        for (const wrong of alphabet) {
          expect(read(replace(code, place, wrong))).toBe(wrong === right ? code : 'mistyped');
        }
      }
    }
  });

  it('catches every swap of neighbours at every place', () => {
    for (let left = 0; left < codeLength - 1; left += 1) {
      for (const a of alphabet) {
        for (const b of alphabet) {
          const code = codeWith(
            new Map([
              [left, a],
              [left + 1, b],
            ]),
          );
          const swapped = replace(replace(code, left, b), left + 1, a);
          if (read(swapped) !== (a === b ? code : 'mistyped')) expect.fail(`${code} ${swapped}`);
        }
      }
    }
  }, 60_000);

  it('catches swaps of characters that stand apart, too', () => {
    const place = fc.nat(codeLength - 1);
    fc.assert(
      fc.property(anyCode, place, place, (code, left, right) => {
        const [a = '', b = ''] = [code[left], code[right]];
        expect(read(replace(replace(code, left, b), right, a))).toBe(a === b ? code : 'mistyped');
      }),
    );
  });

  it('catches every code with a character missing or doubled', () => {
    fc.assert(
      fc.property(anyCode, fc.nat(codeLength - 1), (code, place) => {
        expect(read(replace(code, place, ''))).toBe('wrong_length');
        expect(read(replace(code, place, (code[place] ?? '').repeat(2)))).toBe('wrong_length');
      }),
    );
  });
});

describe('parseCode', () => {
  const toFullWidth = (text: string) =>
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

  it('reads a code however it is spaced, cased, hyphenated and widened', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        const printed = formatCode(code);
        expect(printed).toMatch(/^\w{5}-\w{5}-\w{4}$/);
        for (const text of [
          code,
          printed,
          printed.toLowerCase(),
          ` ${printed.replaceAll('-', ' ')} `,
          printed.replaceAll('-', 'ー'),
          printed.replaceAll('-', '−'),
          [...code].join(' '),
          toFullWidth(printed),
          printed.replaceAll('-', '─'),
          printed.replaceAll('-', '一'),
          printed.replaceAll('-', '、'),
          printed.replaceAll('-', '・').concat('。'),
          `\u200B${printed.replaceAll('-', '\u00AD')}\u2060`,
          printed.replace(/[0-9]/g, (digit) => String.fromCharCode(Number(digit) + 0x966)),
          toFullWidth(`https://koebako.example/c/${code}`),
          `https://koebako.example//c//${code}`,
          `${toFullWidth(code.toLowerCase())}\u3000`,
          `https://koebako.example/c/${code}?x=1`,
        ]) {
          expect(read(text)).toBe(code);
        }
      }),
    );
  });

  it('takes look-alikes for what they look like', () => {
    const pairs = [
      ['0', 'Oo'],
      ['1', 'IiLl'],
      ['2', 'Zz'],
      ['5', 'Ss'],
      ['8', 'Bb'],
      ['V', 'Uu'],
    ] as const;
    fc.assert(
      fc.property(anyCode, fc.nat(), (code, choice) => {
        const typed = pairs.reduce(
          (text, [right, looks]) => text.replaceAll(right, looks.charAt(choice % looks.length)),
          code,
        );
        expect(read(typed)).toBe(code);
      }),
    );
  });

  it.each([
    ['', 'empty'],
    ['  - 　', 'empty'],
    ['ACDEF', 'wrong_length'],
    ['回答コード', 'unknown_character'],
    ['ACDEF-GHJKM-NPQ?', 'wrong_length'],
    ['ACDEF-GHJKM-NPQ+', 'unknown_character'],
    ['\u200B', 'empty'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(read(text)).toBe(problem);
  });
});
