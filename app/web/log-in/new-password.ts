import { z } from 'zod';
import { passwordProblem } from '#app/web/log-in/password.ts';

/** The fields of a form in which a password is chosen. */
export const newPasswordSchema = z.strictObject({
  'new-password': z.string(),
  'new-password-again': z.string(),
});

/** What is wrong with a field of a form, in Japanese. */
export interface FieldProblem {
  readonly kind: 'refused';
  readonly field: string;
  readonly message: string;
}

export const refuseField = (field: string, message: string): FieldProblem => ({
  kind: 'refused',
  field,
  message,
});

/** Why the password chosen may not be taken; undefined when it may. */
export function newPasswordProblem(
  typed: z.output<typeof newPasswordSchema>,
  owner: { readonly name: string; readonly displayName: string },
): FieldProblem | undefined {
  const problem = passwordProblem(typed['new-password'], owner);
  if (problem !== undefined) return refuseField('new-password', problem);
  return typed['new-password'] === typed['new-password-again']
    ? undefined
    : refuseField('new-password-again', '2回の入力が一致しません。');
}
