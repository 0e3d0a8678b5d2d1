import type { Db } from '#db/dialect.ts';
import { type CodeStrata, insertCodeBatch, insertCodes } from '#db/queries/access-code.ts';
import type { Answers } from '#surveys/response/answers.ts';
import type { Submission } from '#surveys/response/submission.ts';
import type { Round } from '#surveys/round/round.ts';
import { makeSubmission, storeRound } from '#tests/db/round-fixture.ts';
import { now } from '#tests/helpers/make-round.ts';

/** The hash that stands for the code of a serial in database tests. */
export const hashOf = (serial: number) => `code-${serial}`;

/** A round that asks for codes, with codes of the given strata made. */
export async function storeCodeRound(
  db: Db,
  strata: CodeStrata = [{ stratum: 'north', n: 3 }],
  changes: Partial<Round> = {},
): Promise<Round> {
  const round = await storeRound(db, { access: 'code', ...changes });
  const { id: roundId } = round;
  const letters = strata.flatMap(({ stratum, n }) => Array<string>(n).fill(stratum));
  const codes = letters.map((stratum, index) => ({
    codeHash: hashOf(index + 1),
    serial: index + 1,
    stratum,
  }));
  const nCodes = codes.length;
  const batch = { roundId, batch: 1, strata, firstSerial: 1, nCodes, nMade: nCodes };
  await insertCodeBatch(db, { ...batch, seed: 'seed', createdAt: now });
  await insertCodes(db, { roundId, batch: 1, codes });
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
