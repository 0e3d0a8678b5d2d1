import { parseEnv } from '#app/env.ts';
import { verifyRoundResults } from '#app/fielding/results/verify-results.ts';
import { connect, type Db } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { getPlan } from '#db/queries/plan.ts';
import { listRoundResults } from '#db/queries/result.ts';
import { listRounds } from '#db/queries/round.ts';
import { listRoundSteps } from '#db/queries/round-step.ts';
import { recountRound } from '#db/queries/tally.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';

/**
 * Counts every round again from its stored responses, puts a tally right that differs, and computes every
 * stored result again; says what differs and ends with 1 if anything did. Of rounds whose single responses were
 * erased, the results are computed from the tally that is kept.
 */
async function verifyAll(): Promise<boolean> {
  const hasDemo = process.argv.includes('--demo');
  const connection = connect(
    parseEnv(hasDemo ? { DATA_DIR: 'data/demo', ...process.env } : process.env).DATABASE_URL,
  );
  const { db } = connection;
  await migrateToLatest(db);
  let isRight = true;
  for (const round of await listRounds(db)) {
    const isErased = await wasErased(db, round.id);
    if (isErased && isAskedByName(round)) {
      console.log(
        `${round.id}: 回答は保存の期限を過ぎて消去済みで、集計表も名前のない形だけです(照合できません)`,
      );
      continue;
    }
    if (isErased) console.log(`${round.id}: 回答は消去済みのため、集計表は数え直しません`);
    const recounted = isErased ? [] : await recountRound(db, round.id);
    const stored = await listRoundResults(db, round.id);
    const plan = await getPlan(db, round.planId);
    const differing = stored.length === 0 ? [] : await verifyRoundResults(db, { plan, round, stored });
    console.log(
      `${round.id}: 集計表の相違 ${recounted.length}件、確定値 ${stored.length}件のうち相違 ${differing.length}件`,
    );
    for (const { indicatorId, storedValue, computedValue } of differing) {
      console.log(`  ${indicatorId}: 保存された値 ${storedValue}、数え直した値 ${computedValue}`);
    }
    isRight &&= recounted.length === 0 && differing.length === 0;
  }
  await connection.close();
  return isRight;
}

const wasErased = async (db: Db, roundId: string) =>
  (await listRoundSteps(db, roundId)).some(({ transition }) => transition === 'erase');

try {
  process.exitCode = (await verifyAll()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
