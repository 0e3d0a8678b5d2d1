import type { Db } from '#db/dialect.ts';
import { readResponses } from '#db/queries/response.ts';
import { mergeCounts } from '#surveys/aggregation/tally/merge.ts';
import { tabulateRound } from '#surveys/aggregation/tally/tabulate.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Round } from '#surveys/round/round.ts';

/** The tally counted again from the stored responses; the caller must hold the round, or a snapshot of it. */
export async function recountResponses(tx: Db, round: Round): Promise<readonly TallyCount[]> {
  let counts: readonly TallyCount[] = [];
  for await (const piece of readResponses(tx, round.id)) {
    counts = mergeCounts(counts, tabulateRound(round, piece));
  }
  return counts;
}
