import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { eraseAnswers } from '#app/fielding/rounds/erase-answers.ts';
import { finaliseResults } from '#app/fielding/rounds/finalise-results.ts';
import type { Db } from '#db/dialect.ts';
import { insertRoundStep } from '#db/queries/round-step.ts';
import { inTransaction } from '#db/transaction.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import type { Round } from '#surveys/round/round.ts';
import { defaultTerms } from '#surveys/round/terms.ts';
import { accept, acceptMany, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { closesAt, now, plan, usualTerms } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

export const softwareVersion = 'test';
/** The first instant at which the answers of `storeFinalRound` may be gone. */
export const afterKeeping = '2027-01-10T15:00:00.000Z';
const terms = { ...defaultTerms(usualTerms.residents, closesAt), responsesKeptUntil: '2027-01-10' };

/** A finalised round: 15 of 24 feel good, the others in a stratum of their own. */
export async function storeFinalRound(db: Db, changes: Partial<Round> = {}): Promise<Round> {
  const round = await storeRound(db, { terms, ...changes });
  await acceptMany(db, round, 15);
  const unhappy = { visited: 'yes', feel: 'disagree', sex: 'm', age: '70s' };
  await accept(
    db,
    Array.from({ length: 9 }, () => {
      const submission = makeSubmission(round, unhappy);
      return { ...submission, response: { ...submission.response, stratum: '北港会' } };
    }),
  );
  await mixRound(db, { roundId: round.id, minimum: 1, randomness });
  await putRoundInState(db, { roundId: round.id, from: 'open', to: 'closed' });
  await finaliseResults(db, {
    plan,
    roundId: round.id,
    now,
    softwareVersion,
    randomness,
    actor: null,
    mover: 'staff',
    afterwards: async () => {},
  });
  return round;
}

/** Erases a round's answers as its clock does. */
export const erase = (db: Db, round: Round, at: string) =>
  inTransaction(db, async (tx) => {
    await eraseAnswers(tx, { roundId: round.id, isByName: isAskedByName(round) });
    const step = {
      at,
      transition: 'erase',
      from: 'finalised',
      to: 'finalised',
      actor: null,
      note: '',
    } as const;
    await insertRoundStep(tx, round.id, step);
  });

/** Makes the stored tally count seven happy answers too many: 22 where there are 15. */
export const falsifyTally = (db: Db, { id }: Round) =>
  db
    .updateTable('tally')
    .set(({ eb }) => ({ n: eb('n', '+', 7) }))
    .where('round_id', '=', id)
    .where('measure', '=', 'indicator:2-3-i:answered')
    .where('value', '=', 'positive')
    .execute();
