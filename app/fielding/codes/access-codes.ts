import type { Secrets } from '#app/fielding/secrets.ts';
import type { Services } from '#app/fielding/services.ts';
import { type AccessCode, findCode, listCodeRoundIds } from '#db/queries/access-code.ts';

/** The hash under which the code of a letter is stored. */
export const hashOfCode = (secrets: Secrets, roundId: string, code: string): string =>
  secrets.codeHash(roundId, secrets.codeToken(roundId, code));

/** The code a seed gives a letter, as 14 characters, with the hash it is stored under. */
export function makeCode(
  secrets: Secrets,
  { roundId, seed, serial }: { readonly roundId: string; readonly seed: string; readonly serial: number },
): { readonly code: string; readonly codeHash: string } {
  const code = secrets.accessCode(roundId, seed, serial);
  return { code, codeHash: hashOfCode(secrets, roundId, code) };
}

/** Among the rounds that are not finalised, the one a code is of, with what is stored of the code. */
export async function findRoundOfCode(
  { db, secrets }: Pick<Services, 'db' | 'secrets'>,
  code: string,
): Promise<{ readonly roundId: string; readonly found: AccessCode } | undefined> {
  for (const roundId of await listCodeRoundIds(db)) {
    const found = await findCode(db, { roundId, codeHash: hashOfCode(secrets, roundId, code) });
    if (found) return { roundId, found };
  }
  return undefined;
}
