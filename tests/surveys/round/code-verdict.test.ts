import { expect, it } from 'vitest';
import { codeStates, judgeCode } from '#surveys/round/code-verdict.ts';

it('lets an answer in with a code that is issued, and with no other', () => {
  expect(codeStates.filter((state) => judgeCode(state) === 'usable')).toEqual(['issued']);
});

it('says of a letter that came back the same as of one that was withdrawn', () => {
  expect(judgeCode('returned')).toBe(judgeCode('void'));
});

it('tells a code that was used from one that nobody knows', () => {
  expect(judgeCode('used')).toBe('used');
  expect(judgeCode(undefined)).toBe('unknown');
});
