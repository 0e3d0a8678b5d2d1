import { expect, it } from 'vitest';
import { joinSerials } from '#app/features/keying/serial-ranges.ts';

it('joins neighbours, and counts what it leaves out', () => {
  expect(joinSerials(['1', '2', '3', '7', '9', '10'], 10)).toBe('1~3、7、9~10');
  expect(joinSerials(['1', '2', '3', '7', '9', '10'], 1)).toBe('1~3、ほか3票');
  expect(joinSerials([], 5)).toBe('');
});
