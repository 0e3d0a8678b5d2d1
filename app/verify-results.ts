import { parseArgs } from 'node:util';
import { ZodError } from 'zod';
import { explainFailure } from '#app/explain-failure.ts';
import { softwareVersion } from '#app/fielding/results/software-version.ts';
import {
  type Basis,
  isVerified,
  type ResultDifference,
  type RoundVerdict,
  verifyRound,
} from '#app/fielding/results/verify-results.ts';
import { readDatabase } from '#app/read-database.ts';
import type { Db } from '#db/dialect.ts';
import { listRounds } from '#db/queries/round.ts';
import type { TallyDifference } from '#surveys/aggregation/tally/merge.ts';
import type { Round } from '#surveys/round/round.ts';

const maximumLines = 20;

const basisNotes: Readonly<Record<Basis, string | undefined>> = {
  responses: undefined,
  tally:
    '回答は保存の期限を過ぎて消去済みです(正常)。集計表は数え直せないため、確定値を保存された集計表から計算し直しました',
  'nameless-tally':
    '回答は保存の期限を過ぎて消去済みで、集計表は名前のない形だけです(正常)。集計表は数え直せないため、確定値は公式の値だけを照合しました',
};

/**
 * Judges every round's stored tally and results by a recount of its stored responses and says what differs, round
 * by round. Writes nothing, so that it says the same as often as it is asked.
 */
async function verifyAll(db: Db): Promise<boolean> {
  const now = new Date().toISOString();
  let isRight = true;
  for (const round of await listRounds(db)) {
    const verdict = await tryToVerify(db, { round, now, softwareVersion });
    if (verdict instanceof Error) {
      console.log(`${round.id}: 保存された内容を読めません: ${verdict.message}`);
    } else {
      for (const line of describeVerdict(round, verdict)) console.log(line);
    }
    isRight &&= !(verdict instanceof Error) && isVerified(verdict);
  }
  return isRight;
}

/** A round whose rows were spoilt must not hide what the others hold; other faults are faults. */
async function tryToVerify(db: Db, input: Parameters<typeof verifyRound>[1]): Promise<RoundVerdict | Error> {
  try {
    return await verifyRound(db, input);
  } catch (error) {
    if (error instanceof ZodError || error instanceof SyntaxError || error instanceof RangeError)
      return error;
    throw error;
  }
}

function describeVerdict({ id }: Round, verdict: RoundVerdict): readonly string[] {
  const { basis, tally, nResults, results, nNotesOfOtherVersion } = verdict;
  const note = basisNotes[basis];
  const nDiffering = new Set(results.map(({ indicatorId }) => indicatorId)).size;
  return [
    ...(note ? [`${id}: ${note}`] : []),
    `${id}: 集計表の相違 ${tally.length}件、確定値 ${nResults}件のうち相違 ${nDiffering}件`,
    ...(nNotesOfOtherVersion > 0
      ? [
          `  確定値 ${nNotesOfOtherVersion}件の説明文は、この版のソフトウェアが書いたものではないため照合していません`,
        ]
      : []),
    ...shorten(tally.map(describeCell)),
    ...shorten(results.map(describeResult)),
  ];
}

const describeCell = ({ measure, value, stratum, profile, channel, nStored, nRecounted }: TallyDifference) =>
  `  集計表 ${measure} = ${value}(層 ${stratum}、属性 ${profile || 'なし'}、経路 ${channel}): 保存された数 ${nStored}、数え直した数 ${nRecounted}`;

function describeResult(difference: ResultDifference): string {
  const { indicatorId } = difference;
  switch (difference.kind) {
    case 'missing':
      return `  指標 ${indicatorId}: 確定値が保存されていません`;
    case 'unexpected':
      return `  指標 ${indicatorId}: この調査回にはないはずの確定値が保存されています`;
    case 'changed':
      return `  指標 ${indicatorId} の ${difference.field}: 保存された値 ${difference.stored}、数え直した値 ${difference.computed}`;
  }
}

const shorten = (lines: readonly string[]): readonly string[] =>
  lines.length <= maximumLines
    ? lines
    : [...lines.slice(0, maximumLines), `  ほか ${lines.length - maximumLines}件`];

try {
  const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } });
  process.exitCode = (await readDatabase({ isDemo: values.demo }, verifyAll)) ? 0 : 1;
} catch (error) {
  console.error(explainFailure(error));
  process.exitCode = 1;
}
