import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { listResponses } from '#db/queries/response.ts';
import { listTally, nResponses } from '#db/queries/tally.ts';
import { mergeCounts } from '#surveys/aggregation/tally/merge.ts';
import { tabulateRound } from '#surveys/aggregation/tally/tabulate.ts';
import { pruneAnswers } from '#surveys/response/prune.ts';
import { accept, acceptMany, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { questionnaire } from '#tests/helpers/make-round.ts';

const answersArbitrary = fc
  .record(
    {
      visited: fc.constantFrom('yes', 'no'),
      feel: fc.constantFrom('agree', 'rather', 'disagree', 'unknown'),
      media: fc.subarray(['web', 'paper'], { minLength: 1 }),
      opinion: fc.constantFrom('よい', 'わるい'),
      sex: fc.constantFrom('f', 'm'),
      age: fc.constantFrom('20s', '70s'),
    },
    { requiredKeys: ['visited'] },
  )
  .map((answers) => pruneAnswers(questionnaire, answers));

/** Groups of answers with what the mixer asks for after each. */
const sequenceArbitrary = fc.array(
  fc.record({ group: fc.array(answersArbitrary, { maxLength: 15 }), minimum: fc.constantFrom(1, 10) }),
  { maxLength: 6 },
);

describeOnEachDatabase('tally', (getDb) => {
  it('equals a recount after any sequence of acceptances and mixings', async () => {
    await fc.assert(
      fc.asyncProperty(sequenceArbitrary, async (sequence) => {
        const round = await storeRound(getDb());
        for (const { group, minimum } of sequence) {
          await accept(
            getDb(),
            group.map((answers) => makeSubmission(round, answers)),
          );
          await mixRound(getDb(), { roundId: round.id, minimum, randomness });
        }
        const tally = await listTally(getDb(), round.id);
        expect(tally).toEqual(tabulateRound(round, await listResponses(getDb(), round.id)));
        const nGiven = sequence.reduce((sum, { group }) => sum + group.length, 0);
        expect(await nResponses(getDb(), round.id)).toBe(nGiven);
      }),
      { numRuns: 15 },
    );
  });

  it('adds batches up per cell, measure and value', async () => {
    const round = await storeRound(getDb());
    for (let batch = 0; batch < 3; batch += 1) {
      await acceptMany(getDb(), round, 10);
      await mixRound(getDb(), { roundId: round.id, minimum: 10, randomness });
    }
    const tally = await listTally(getDb(), round.id);
    expect(tally).toEqual(mergeCounts(tally, []));
    expect(tally).toContainEqual({
      stratum: 'all',
      profile: 'age=20s|sex=f',
      channel: 'web',
      measure: 'indicator:2-3-i:asked',
      value: 'positive',
      n: 30,
    });
  });
});
