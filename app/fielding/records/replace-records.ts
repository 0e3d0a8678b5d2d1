import type { Db } from '#db/dialect.ts';
import { deleteOfRound } from '#db/queries/erasing.ts';
import { type Arrival, countIntake, takeIntake } from '#db/queries/intake.ts';
import { insertResponses, listResponses } from '#db/queries/response.ts';
import { bumpRoundVersion, getRound, lockRound } from '#db/queries/round.ts';
import { addToTally } from '#db/queries/tally.ts';
import { tabulateRound } from '#surveys/aggregation/tally/tabulate.ts';
import type { SurveyResponse } from '#surveys/response/answers.ts';
import { correctRecords } from '#surveys/response/correct-records.ts';

/**
 * Puts entered records of the ward in place of what their rounds hold, those of one round in the order given, in
 * the caller's transaction: what was entered before is counted no more, and is not kept. They are nobody's
 * answers, so none waits for mixing. Entries over several connections come one after the other.
 */
export async function replaceRecords(
  tx: Db,
  { arrivals, newId }: { readonly arrivals: readonly Arrival[]; readonly newId: () => string },
): Promise<void> {
  // In one order, so that two batches cannot wait for each other.
  const roundIds = [...new Set(arrivals.map(({ roundId }) => roundId))].sort();
  for (const roundId of roundIds) {
    await lockRound(tx, { roundId, mode: 'counting' });
    const round = await getRound(tx, roundId);
    const waiting = await takeIntake(tx, { roundId, maximum: await countIntake(tx, roundId) });
    let records: readonly SurveyResponse[] = [...(await listResponses(tx, roundId)), ...waiting];
    for (const { response } of arrivals.filter((arrival) => arrival.roundId === roundId)) {
      records = correctRecords(round.questionnaire, records, response);
    }
    await deleteOfRound(tx, roundId, ['response', 'tally']);
    const responses = records.map((record) => ({ ...record, id: newId() }));
    await insertResponses(tx, { roundId, responses });
    await addToTally(tx, { roundId, counts: tabulateRound(round, responses) });
    await bumpRoundVersion(tx, roundId);
  }
}
