import { makeCode } from '#app/fielding/codes/access-codes.ts';
import { makeNextCodes, orderBatch } from '#app/fielding/codes/make-codes.ts';
import type { Services } from '#app/fielding/services.ts';

import type { Round } from '#surveys/round/round.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { now } from '#tests/helpers/make-round.ts';

/** A round that asks for codes, with the codes of its letters as they are printed; stratum north. */
export async function storeLetterRound(
  { db, secrets }: Pick<Services, 'db' | 'secrets'>,
  { nLetters = 3, ...changes }: Partial<Round> & { readonly nLetters?: number } = {},
): Promise<{ readonly round: Round; readonly codes: readonly string[] }> {
  const round = await storeRound(db, { access: 'code', ...changes });
  const [roundId, seed] = [round.id, 'seed'];
  const strata = [{ stratum: 'north', n: nLetters }];
  const { batch } = await orderBatch(db, { roundId, strata, seed, createdAt: now });
  const codeOf = (serial: number) => makeCode(secrets, { roundId, seed, serial });
  const hashOf = (_seed: string, serial: number) => codeOf(serial).codeHash;
  await makeNextCodes(db, { roundId, batch, maximum: nLetters, hashOf });
  return { round, codes: Array.from({ length: nLetters }, (_, index) => codeOf(index + 1).code) };
}
