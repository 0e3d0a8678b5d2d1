import { expect, it } from 'vitest';
import { finaliseRound } from '#app/fielding/rounds/finalise-round.ts';
import { stageRows } from '#app/fielding/sheets/stage-rows.ts';
import { listStagedRows, type StagedRow } from '#db/queries/import-row.ts';
import type { Round } from '#surveys/round/round.ts';
import { randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const row: StagedRow = {
  rowNo: 2,
  keyHash: 'key',
  codeHash: null,
  stratum: 'all',
  answers: { visited: 'no' },
};

describeOnEachDatabase('staging rows of a sheet', (getDb, { getConnection, untilSomebodyWaits }) => {
  const getServices = useServices({ getConnection, now });
  const importOf = ({ id: roundId }: Round) => ({ roundId, id: 'import', channel: 'paper' }) as const;
  const stage = (round: Round) => stageRows(getServices().services, { job: importOf(round), rows: [row] });
  const listStaged = (round: Round) => listStagedRows(getDb(), { ...importOf(round), after: 0, limit: 10 });

  it('keeps them until all are read', async () => {
    const round = await storeRound(getDb(), { state: 'closed' });
    expect(await stage(round)).toBe(true);
    expect(await listStaged(round)).toEqual([row]);
  });

  it('leaves none in a round that is being finalised', async () => {
    const round = await storeRound(getDb(), { state: 'closed' });
    const whileFinalising: Promise<boolean>[] = [];
    await finaliseRound(getDb(), {
      ...{ roundId: round.id, randomness, actor: null, mover: 'staff', now, evaluate: () => [] },
      async afterwards() {
        whileFinalising.push(stage(round));
        await untilSomebodyWaits();
      },
    });
    expect(await Promise.all(whileFinalising)).toEqual([false]);
    expect(await listStaged(round)).toEqual([]);
  });
});
