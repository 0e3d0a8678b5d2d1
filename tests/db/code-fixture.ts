import type { Db } from '#db/dialect.ts';
import { type CodeStrata, insertCodeBatch, makeNextCodes } from '#db/queries/access-code.ts';
import type { Answers } from '#surveys/response/answers.ts';
import type { Submission } from '#surveys/response/submission.ts';
import type { Round } from '#surveys/round/round.ts';
import { makeSubmission, now, storeRound } from '#tests/db/round-fixture.ts';

/** The hash that stands for the code of a serial in database tests. */
export const hashOf = (serial: number) => `code-${serial}`;

/** A round that asks for codes, with codes of the given strata made. */
export async function storeCodeRound(
  db: Db,
  strata: CodeStrata = [{ stratum: 'north', n: 3 }],
  changes: Partial<Round> = {},
): Promise<Round> {
  const round = await storeRound(db, { access: 'code', ...changes });
  const { batch, nCodes } = await insertCodeBatch(db, {
    roundId: round.id,
    strata,
    seed: 'seed',
    createdAt: now,
  });
  await makeNextCodes(db, {
    roundId: round.id,
    batch,
    maximum: nCodes,
    hashOf: (_seed, serial) => hashOf(serial),
  });
  return round;
}

/** A submission with the code of a serial and a key of its own. */
export const makeCodedSubmission = (
  round: Round,
  serial: number,
  answers?: Answers,
  changes: Partial<Submission> = {},
): Submission =>
  makeSubmission(round, answers, { admission: { kind: 'code', codeHash: hashOf(serial) }, ...changes });
