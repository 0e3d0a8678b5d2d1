import { hash, verify } from '@node-rs/argon2';

const minimumLength = 12;
const maximumLength = 200;
const minimumDifferent = 5;

/** Hash of no password: checked for unknown names, so that the answer takes as long as for known ones. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$a29lYmFrby1uby1hY2NvdW50$Kkk3y2Dx5d7BQzRQpRuSbRbYk0a0fH0nq3uGzXh1pjs';

/** The same characters whichever way a keyboard writes them: full-width letters are letters. */
const normalize = (password: string) => password.normalize('NFKC');

/** Why a password may not be taken, in Japanese; undefined when it may. */
export function passwordProblem(
  password: string,
  owner: { readonly name: string; readonly displayName: string },
): string | undefined {
  const characters = [...normalize(password)];
  if (characters.length < minimumLength) return `パスワードは${minimumLength}文字以上にしてください。`;
  if (characters.length > maximumLength) return `パスワードは${maximumLength}文字以内にしてください。`;
  if (new Set(characters).size < minimumDifferent) {
    return '同じ文字のくり返しは使えません。いくつかの言葉を組み合わせてください。';
  }
  const text = normalize(password).toLowerCase();
  const names = [owner.name, owner.displayName].map((name) => normalize(name).toLowerCase());
  return names.some((name) => name !== '' && isMadeOf(text, name))
    ? 'ログイン名や氏名をもとにしたパスワードは使えません。'
    : undefined;
}

/** Whether little is left of a password once a name is taken out of it: a digit or two do not hide the name. */
const isMadeOf = (text: string, name: string) =>
  text.includes(name) && text.replaceAll(name, '').length < minimumLength / 2;

/** Hashes a password with argon2id. */
export const hashPassword = (password: string): Promise<string> => hash(normalize(password));

/** Whether a password is the one of a hash; without a hash it takes as long, and is not. */
export async function isRightPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? nobodysHash, normalize(password));
  return isRight && passwordHash !== undefined;
}
