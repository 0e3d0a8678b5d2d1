import { expect, it } from 'vitest';
import { newPasswordProblem } from '#app/web/log-in/new-password.ts';

const owner = { name: 'hanako', displayName: '花子' };
const good = 'ながい合言葉の例です2026';

it('takes a password typed twice the same', () => {
  const typed = { 'new-password': good, 'new-password-again': good };
  expect(newPasswordProblem(typed, owner)).toBeUndefined();
});

it.each([
  ['one that may not be taken', 'short', 'short', 'new-password'],
  ['a second one that differs', good, `${good}!`, 'new-password-again'],
  ['a second one that is missing', good, '', 'new-password-again'],
  ['nothing at all', '', '', 'new-password'],
])('refuses %s at its field', (_, first, second, field) => {
  const typed = { 'new-password': first, 'new-password-again': second };
  expect(newPasswordProblem(typed, owner)).toMatchObject({ kind: 'refused', field });
});
