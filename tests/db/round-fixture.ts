import { randomInt, randomUUID } from 'node:crypto';
import { type AcceptanceBatch, acceptSubmissions } from '#app/fielding/accept/accept-submissions.ts';
import type { Db } from '#db/dialect.ts';
import { upsertPlan } from '#db/queries/plan.ts';
import { insertRound } from '#db/queries/round.ts';
import type { Randomness } from '#db/randomness.ts';
import type { Answers, Channel } from '#surveys/response/answers.ts';
import { profileOf } from '#surveys/response/profile.ts';
import type { Submission } from '#surveys/response/submission.ts';
import type { Round } from '#surveys/round/round.ts';
import { makeRound, now, plan, questionnaire } from '#tests/helpers/make-round.ts';

export const randomness: Randomness = { newId: randomUUID, integerBelow: (limit) => randomInt(limit) };

/** Stores the plan and a round of it. */
export async function storeRound(db: Db, changes: Partial<Round> = {}): Promise<Round> {
  const round = makeRound(changes);
  await upsertPlan(db, { plan, contentHash: 'hash-of-plan', isDemo: false });
  await insertRound(db, round);
  return round;
}

/** Stores a round on one page whose dates hold today: what a running server takes answers for. */
export const storeRoundOfToday = (db: Db): Promise<Round> =>
  storeRound(db, {
    questionnaire: { ...questionnaire, layout: 'single' },
    opensAt: '2020-01-01T00:00:00.000Z',
    closesAt: '2099-01-01T00:00:00.000Z',
  });

/** A submission with a key of its own. */
export function makeSubmission(
  round: Round,
  answers: Answers = { visited: 'yes', feel: 'agree', sex: 'f', age: '20s' },
  changes: Partial<Submission> & { readonly channel?: Channel } = {},
): Submission {
  const { channel = 'web', ...others } = changes;
  return {
    roundId: round.id,
    keyHash: randomUUID(),
    draftId: null,
    admission: { kind: 'open' },
    response: { stratum: 'all', profile: profileOf(round.questionnaire, answers), channel, answers },
    counters: { language: 'ja', device: 'phone' },
    ...others,
  };
}

/** Accepts submissions at one instant within the dates of the test rounds. */
export function accept(db: Db, submissions: readonly Submission[], changes: Partial<AcceptanceBatch> = {}) {
  return acceptSubmissions(db, { submissions, now, day: '2026-11-22', newId: randomness.newId, ...changes });
}

/** Accepts `n` submissions with the same answers. */
export function acceptMany(db: Db, round: Round, n: number, answers?: Answers) {
  return accept(
    db,
    Array.from({ length: n }, () => makeSubmission(round, answers)),
  );
}
