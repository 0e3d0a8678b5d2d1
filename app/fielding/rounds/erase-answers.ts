import type { Db } from '#db/connect.ts';
import { deleteCodes } from '#db/queries/code-state.ts';
import { answerTables, deleteOfRound, noteErasureDue } from '#db/queries/erasing.ts';
import { addToTally, listTally } from '#db/queries/tally.ts';
import { mergeCounts } from '#surveys/aggregation/tally/merge.ts';
import { wholeStratum } from '#surveys/round/stratum.ts';

/**
 * Deletes every single answer of a round and what leads to one, in the caller's transaction, which holds the round;
 * its figures stay. The tally of those who were asked by name is kept without the names: with one answer a name it
 * would still be that answer. Have the eraser run after the commit.
 */
export async function eraseAnswers(
  tx: Db,
  { roundId, isByName }: { readonly roundId: string; readonly isByName: boolean },
): Promise<void> {
  await deleteOfRound(tx, roundId, answerTables);
  await deleteCodes(tx, roundId);
  if (isByName) {
    const nameless = (await listTally(tx, roundId)).map((count) => ({ ...count, stratum: wholeStratum }));
    await deleteOfRound(tx, roundId, ['tally']);
    await addToTally(tx, { roundId, counts: mergeCounts(nameless, []) });
  }
  await noteErasureDue(tx);
}
